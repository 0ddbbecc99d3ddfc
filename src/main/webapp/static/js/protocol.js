// The words of fanweb.v1: JSON objects, one a line, several of them in a frame, both ways.

export const SUBPROTOCOL = 'fanweb.v1';

const NORMAL = 1000;
// Protocol error, unsupported data, no UTF-8, policy, too big, no extension: the same would happen again.
const FINAL = new Set([1002, 1003, 1007, 1008, 1009, 1010]);

/** The frame that carries these commands. */
export function encode(...commands) {
  return commands.map((command) => JSON.stringify(command)).join('\n');
}

/** The objects in a frame. What cannot be read is left out; if it had an offset, the gap will show. */
export function decode(frame) {
  return frame.split('\n').flatMap((line) => {
    try {
      const object = JSON.parse(line);
      return object && typeof object === 'object' ? [object] : [];
    } catch {
      return [];
    }
  });
}

/** What the code of a closed socket asks for: `closed` (meant so), `refused` (a person must decide) or `lost` (come back). */
export function verdict(code) {
  if (code === NORMAL) {
    return 'closed';
  }
  return FINAL.has(code) || (code >= 4500 && code <= 4999) ? 'refused' : 'lost';
}
