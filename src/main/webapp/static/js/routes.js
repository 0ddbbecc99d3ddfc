// Filters the table of routes by what is typed.

import { wireThemeSwitches } from './theme.js';

wireThemeSwitches();

const form = document.querySelector('[data-route-filter]');
const input = form.querySelector('input');
const rows = [...document.querySelectorAll('[data-route]')];

form.hidden = false;
form.addEventListener('submit', (event) => event.preventDefault());
input.addEventListener('input', () => {
  const wanted = input.value.trim().toLowerCase();
  for (const row of rows) {
    row.hidden = !row.textContent.toLowerCase().includes(wanted);
  }
  for (const body of document.querySelectorAll('.table tbody')) {
    body.hidden = !body.querySelector('[data-route]:not([hidden])');
  }
});
