// Who one is: a user as the server knows, or a guest by the token that makes one the same author again, under the name
// that one gives.

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
  #isKnown = false;
  #account = null;
  author = '';

  /** Two stores: the tab's own and the one that all tabs share. */
  constructor(tab, browser) {
    this.#tab = tab;
    this.#browser = browser;
  }

  /** There is a new line, over which nobody is known yet. */
  begin() {
    this.#isKnown = false;
  }

  /** The line knows without a token who we are. */
  know() {
    this.#isKnown = true;
  }

  /** The token is worth nothing any more. */
  forget() {
    this.#tab.remove(TOKEN);
    this.#browser.remove(TOKEN);
  }

  /** What a join says about us. */
  claim() {
    const token = !this.#isKnown && this.#token();
    return { ...(token && { token }), ...(this.name && { name: this.name }) };
  }

  /** Takes over what a welcome says about us. */
  keep({ author, name, token }) {
    this.author = author;
    this.#account = token ? null : name;
    if (!token) {
      return;
    }
    this.#tab.set(TOKEN, token);
    if (!TOKEN_FORM.test(this.#browser.get(TOKEN) ?? '')) {
      this.#browser.set(TOKEN, token);
    }
  }

  /** Whether we are a user, whose name is their account's. */
  get isUser() {
    return this.#account !== null;
  }

  /** What others read. */
  get shown() {
    return this.#account ?? this.name;
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

  #token() {
    return [this.#tab.get(TOKEN), this.#browser.get(TOKEN)].find((one) => TOKEN_FORM.test(one ?? ''));
  }
}
