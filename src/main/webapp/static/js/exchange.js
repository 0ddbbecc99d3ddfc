// Sends a request and measures the answer.

/** Thrown before anything is sent; the message is the key of a text. */
export class NotSent extends Error {}

/** The address of a path; of another site's it would not be a path. */
export function addressOf(path) {
  let url = null;
  try {
    url = new URL(path, location.origin);
  } catch {
    throw new NotSent('ex.elsewhere');
  }
  if (!path.startsWith('/') || url.origin !== location.origin) {
    throw new NotSent('ex.elsewhere');
  }
  return url.href;
}

/** The headers in a text with one a line. */
export function headersOf(text) {
  const headers = new Headers();
  for (const line of text.split('\n').filter((one) => one.trim())) {
    const [, name, value] = line.match(/^\s*([^\s:]+)\s*:(.*)$/) ?? [];
    try {
      headers.append(name, value.trim());
    } catch {
      throw new NotSent('ex.header');
    }
  }
  return headers;
}

/** The answer; a TypeError when there was none. */
export async function exchange(url, options) {
  const start = performance.now();
  const response = await fetch(url, { cache: 'no-store', redirect: 'manual', ...options });
  const bytes = await response.arrayBuffer();
  return {
    redirected: response.type === 'opaqueredirect',
    status: response.status,
    reason: response.statusText,
    headers: [...response.headers],
    text: new TextDecoder().decode(bytes),
    bytes: bytes.byteLength,
    took: Math.round(performance.now() - start),
  };
}
