export const show = (line, text) => { line.textContent = text; };
