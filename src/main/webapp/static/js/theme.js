// The switch between light and dark. The server reads the cookie and writes the attribute, so no page flashes.

const YEAR = 365 * 24 * 60 * 60;
const root = document.documentElement;

function isDark() {
  return root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
}

export function wireThemeSwitches() {
  for (const button of document.querySelectorAll('[data-theme-switch]')) {
    button.addEventListener('click', () => {
      root.dataset.theme = isDark() ? 'light' : 'dark';
      const secure = location.protocol === 'https:' ? '; Secure' : '';
      const path = document.body.dataset.path;
      document.cookie = `theme=${root.dataset.theme}; Path=${path}; Max-Age=${YEAR}; SameSite=Lax${secure}`;
    });
  }
}
