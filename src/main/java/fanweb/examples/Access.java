package fanweb.examples;

/** What a request brings along to be let through. */
public enum Access {
  /** Nothing: it changes nothing, or its handler is marked so. */
  OPEN,
  /** The CSRF token of this browser. */
  TOKEN,
  /** The cookie of the CSRF token, but not the token: as another site could make it. */
  NO_TOKEN,
  /** Neither. */
  NO_COOKIE,
  /** The bearer token of the API; and the CSRF token, for a browser adds its cookie. */
  BEARER
}
