// Who one is: the token that makes a guest the same author again, and the name that others read.

const TOKEN = 'fanweb.token';
const NAME = 'fanweb.name';
const TOKEN_FORM = /^t_[A-Za-z0-9_-]{43}$/;

/**
 * A tab keeps the author it has begun as, whatever other tabs do: what waits in its outbox is known to the server under
 * that author's keys. New tabs begin as the browser's author.
 */
export class Identity {
  #tab;
  #browser;
  author = '';

  /** Two stores: the tab's own and the one that all tabs share. */
  constructor(tab, browser) {
    this.#tab = tab;
    this.#browser = browser;
  }

  /** What a join says about us. */
  claim() {
    const token = [this.#tab.get(TOKEN), this.#browser.get(TOKEN)].find((one) => TOKEN_FORM.test(one ?? ''));
    return { ...(token && { token }), ...(this.name && { name: this.name }) };
  }

  /** Takes over what a welcome says about us. */
  keep({ author, token }) {
    this.author = author;
    this.#tab.set(TOKEN, token);
    if (!TOKEN_FORM.test(this.#browser.get(TOKEN) ?? '')) {
      this.#browser.set(TOKEN, token);
    }
  }

  get name() {
    return this.#browser.get(NAME) ?? '';
  }

  set name(name) {
    if (name) {
      this.#browser.set(NAME, name);
    } else {
      this.#browser.remove(NAME);
    }
  }
}
