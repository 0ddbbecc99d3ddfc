// Buttons that copy a text of the page.

import { text } from './texts.js';

const SHOWN_MS = 2000;

export function wireCopyButtons() {
  for (const button of document.querySelectorAll('[data-copy]')) {
    const said = button.previousElementSibling;
    button.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
        said.textContent = text('ex.copied');
      } catch {
        said.textContent = text('ex.copy.failed');
      }
      setTimeout(() => said.replaceChildren(), SHOWN_MS);
    });
    button.hidden = Boolean(button.closest('[data-answer]'));
  }
}
