// The pages of accounts: passwords that can be looked at, and the guest that one was until now.

import { wireCopyButtons } from './copying.js';
import { Identity } from './identity.js';
import { Store } from './store.js';
import { wireThemeSwitches } from './theme.js';

/** A password is shown while somebody wants to see it, and never sent from a field that browsers take for a text. */
function wireShow(button) {
  const field = document.getElementById(button.dataset.show);
  const show = (shown) => {
    field.type = shown ? 'text' : 'password';
    button.setAttribute('aria-pressed', shown);
  };
  button.hidden = false;
  button.addEventListener('click', () => show(field.type === 'password'));
  field.form.addEventListener('submit', () => show(false));
}

document.querySelectorAll('[data-show]').forEach(wireShow);

const { token = '' } = new Identity(new Store(() => sessionStorage), new Store(() => localStorage)).claim();
for (const field of document.querySelectorAll('[data-guest]')) {
  field.value = token;
}

wireCopyButtons();
wireThemeSwitches();
