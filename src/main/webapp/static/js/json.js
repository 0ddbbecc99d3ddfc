// JSON laid out for people. Works on the text as it was sent: numbers and escapes stay as they are.

const PARTS = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*|true|false|null|[{}[\],:]/g;
const LONGEST = 1 << 18;

function kindOf(part) {
  if (part.startsWith('"')) {
    return 's';
  }
  return /^[a-z]/.test(part) ? 'k' : 'n';
}

/** Pairs of a class for the colour, empty for none, and a text; null for what is no JSON. */
export function jsonParts(text) {
  try {
    JSON.parse(text);
  } catch {
    return null;
  }
  return text.length > LONGEST ? [['', text]] : laidOut(text.match(PARTS));
}

function laidOut(parts) {
  let depth = 0;
  const line = () => `\n${'  '.repeat(depth)}`;
  return parts.map((part, at) => {
    switch (part) {
      case '{':
      case '[':
        depth += 1;
        return ['', '}]'.includes(parts[at + 1]) ? part : part + line()];
      case '}':
      case ']':
        depth -= 1;
        return ['', '{['.includes(parts[at - 1]) ? part : line() + part];
      case ',':
        return ['', part + line()];
      case ':':
        return ['', ': '];
      default:
        return [kindOf(part), part];
    }
  });
}
