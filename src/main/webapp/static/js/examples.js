// One example: the request is changed and sent, the answer shown beside it.

import { Answer } from './answer.js';
import { wireCopyButtons } from './copying.js';
import { curl } from './curl.js';
import { NotSent, addressOf, exchange, headersOf } from './exchange.js';
import { text } from './texts.js';
import { wireThemeSwitches } from './theme.js';

const SAFE = ['GET', 'HEAD'];

const form = document.querySelector('[data-lab]');
const send = form.querySelector('[data-send]');
const path = form.querySelector('[data-path]');
const headers = form.querySelector('[data-headers]');
const body = form.querySelector('[data-body]');
const token = form.querySelector('[data-token]');
const command = document.querySelector('[data-curl]');
const variants = [...document.querySelectorAll('[data-variant]')];
const answer = new Answer(document.querySelector('[data-answer]'));
const base = location.origin + document.body.dataset.path.replace(/\/$/, '');

let chosen = variants.find((variant) => variant.hasAttribute('aria-current'));

function restore() {
  const { dataset } = chosen;
  path.value = dataset.path;
  headers.value = dataset.headers;
  body.value = dataset.body;
  showCommand();
}

/** The address as it will be sent; as it was typed when it cannot be. */
function typedAddress() {
  try {
    return addressOf(path.value);
  } catch {
    return path.value;
  }
}

function showCommand() {
  const url = typedAddress();
  const { method, access } = chosen.dataset;
  command.textContent = curl(base, { method, url, access, headers: headers.value, body: body.value });
}

function choose(variant) {
  chosen.removeAttribute('aria-current');
  variant.setAttribute('aria-current', 'true');
  chosen = variant;
  const { method, access } = variant.dataset;
  const shown = form.querySelector('.method');
  shown.textContent = method;
  shown.className = `method is-${method.toLowerCase()}`;
  form.querySelector('[data-body-part]').hidden = !variant.dataset.body;
  for (const words of form.querySelectorAll('[data-access]')) {
    words.hidden = words.dataset.access !== access;
  }
  const open = form.querySelector('[data-open]');
  open.hidden = method !== 'GET' || access !== 'OPEN';
  open.href = variant.dataset.path;
  form.elements.try.value = new URL(variant.href).searchParams.get('try');
  history.replaceState(null, '', variant.href);
  restore();
}

/** The request in the form as fetch takes it. */
function options() {
  const { method, access } = chosen.dataset;
  const sent = headersOf(headers.value);
  if (access === 'BEARER' && token.value) {
    sent.set('Authorization', `Bearer ${token.value}`);
  }
  if (access === 'TOKEN' || (access === 'BEARER' && !SAFE.includes(method))) {
    sent.set(form.dataset.csrfHeader, form.dataset.csrf);
  }
  return {
    method,
    headers: sent,
    body: SAFE.includes(method) || !body.value ? undefined : body.value,
    credentials: access === 'NO_COOKIE' ? 'omit' : 'same-origin',
  };
}

async function submit() {
  answer.waiting();
  try {
    answer.show(await exchange(addressOf(path.value), options()));
  } catch (failure) {
    answer.tell(text('ex.failed'), text(failure instanceof NotSent ? failure.message : 'ex.unreachable'));
  }
}

for (const variant of variants) {
  variant.addEventListener('click', (event) => {
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      choose(variant);
    }
  });
}
form.addEventListener('input', showCommand);
form.addEventListener('reset', (event) => {
  event.preventDefault();
  restore();
});
form.addEventListener('submit', async (event) => {
  event.preventDefault();
  if (send.getAttribute('aria-disabled') !== 'true') {
    send.setAttribute('aria-disabled', 'true');
    await submit();
    send.removeAttribute('aria-disabled');
  }
});
send.hidden = false;
restore();
wireCopyButtons();
wireThemeSwitches();
