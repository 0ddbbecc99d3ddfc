// The request on a command line; Curl.java writes the same for readers without scripts.

const NEXT_LINE = ' \\\n  ';

const ACCESS = {
  BEARER: '-H "Authorization: Bearer $FANWEB_API_TOKEN"',
  TOKEN: '-b jar -H "X-CSRFToken: $TOKEN"',
  NO_TOKEN: '-b jar',
};

function quoted(text) {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** What gets the token, or only the cookie, that the command then sends. */
function before(access, url) {
  if (access === 'TOKEN') {
    return `TOKEN=$(curl -s -c jar ${url} | cut -d'"' -f4)\n`;
  }
  return access === 'NO_TOKEN' ? `curl -s -o /dev/null -c jar ${url}\n` : '';
}

/** The command for a request as it stands in the form; base is where the application is. */
export function curl(base, { method, url, headers, body, access }) {
  const parts = [`curl -i${method === 'GET' ? '' : ` -X ${method}`} ${quoted(url)}`];
  parts.push(...headers.split('\n').filter(Boolean).map((header) => `-H ${quoted(header)}`));
  if (ACCESS[access]) {
    parts.push(ACCESS[access]);
  }
  if (body) {
    parts.push(`--data-raw ${quoted(body)}`);
  }
  return before(access, quoted(`${base}/examples/csrf/`)) + parts.join(NEXT_LINE);
}
