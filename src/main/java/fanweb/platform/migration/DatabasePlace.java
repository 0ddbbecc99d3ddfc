package fanweb.platform.migration;

/**
 * Where the database is and what would change that, for lines people read.
 *
 * @param name the address without user and password, or whose datasource it is
 * @param login what names the user and the password
 * @param address what names the address
 */
record DatabasePlace(String name, String login, String address) {
  /** Of our own server, whose datasource the settings make. */
  static DatabasePlace ofSettings(String url) {
    return new DatabasePlace(url, "FANWEB_DB_USER and FANWEB_DB_PASSWORD", "FANWEB_DB_URL");
  }

  /** Of a server that was given its datasource otherwise. */
  static DatabasePlace ofServer() {
    return new DatabasePlace(
        "of the server's default datasource", "its user and password", "its URL");
  }

  /** What is wrong and how to mend it, after {@code failure}. */
  String line(ConnectionFailure kind, Throwable failure) {
    return "the database "
        + name
        + " "
        + mend(kind)
        + " ("
        + ConnectionFailure.words(failure)
        + ")";
  }

  private String mend(ConnectionFailure kind) {
    return switch (kind) {
      case WRONG_LOGIN -> "refuses the user or the password: set " + login;
      case NO_SUCH_DATABASE ->
          "does not exist or is not for this user: create it and grant it to the user, or set "
              + address;
      case IN_USE ->
          "is open in another process: stop that one, or choose another folder by FANWEB_DATA";
      case ABSENT -> "does not answer: start it, or set " + address;
      case OTHER -> "cannot be used: mend what its driver says, or set " + address;
    };
  }
}
