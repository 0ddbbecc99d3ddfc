export const show = (line, text) => { line.innerHTML = text; };
