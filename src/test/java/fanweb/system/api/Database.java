package fanweb.system.api;

/** The databases that everything must be the same on. */
enum Database {
  /** The embedded one, in a file. */
  H2,
  /** A real server. */
  MARIADB
}
