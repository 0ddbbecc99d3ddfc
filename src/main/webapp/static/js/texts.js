// Texts and drawings that the server put into the page, so that no language and no markup stands in scripts.

const texts = new Map();
for (const item of document.querySelectorAll('[data-texts] [data-key]')) {
  texts.set(item.dataset.key, item.textContent);
}

/** The text of a key with values for its {names}. */
export function text(key, values = {}) {
  const found = texts.get(key);
  if (found === undefined) {
    throw new Error(`no text ${key}`);
  }
  return found.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

export function hasText(key) {
  return texts.has(key);
}

/** A new element with the attributes, and text or elements inside. */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
}

export function icon(name) {
  const icons = document.querySelector('template[data-icons]').content;
  return icons.querySelector(`use[href$="#i-${name}"]`).closest('svg').cloneNode(true);
}

export function button(label, classes, action) {
  const made = element('button', { type: 'button', class: classes }, label);
  made.addEventListener('click', action);
  return made;
}
