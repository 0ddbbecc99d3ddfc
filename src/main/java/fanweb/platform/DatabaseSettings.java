package fanweb.platform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the settings say about the database. The server's datasource takes them as they are; here is
 * checked that they fit together.
 *
 * @param driver {@code fanweb.db.driver}: the name of the server's JDBC driver
 * @param url {@code fanweb.db.url}: where the database is, in the words of that driver
 * @param allowVolatile {@code fanweb.db.allow-volatile}: whether a database will do that forgets
 *     with its process
 */
public record DatabaseSettings(Driver driver, String url, boolean allowVolatile) {
  private static final String DRIVER = "fanweb.db.driver";
  private static final String URL = "fanweb.db.url";

  /** The drivers our own server has. */
  public enum Driver {
    /** Embedded, in a file. */
    H2("h2", "jdbc:h2:file:/var/lib/fan-web/fan-web;MODE=MySQL;DATABASE_TO_LOWER=TRUE"),
    /** MySQL's own. */
    MYSQL("mysql", "jdbc:mysql://127.0.0.1:3306/fan-web"),
    /** MariaDB's own. */
    MARIADB("mariadb", "jdbc:mariadb://127.0.0.1:3306/fan-web");

    private final String word;
    private final String example;

    Driver(String word, String example) {
      this.word = word;
      this.example = example;
    }

    private String prefix() {
      return "jdbc:" + word + ":";
    }
  }

  /**
   * Reads all of them.
   *
   * @throws InvalidSettingException for a driver our server does not have, and for a URL that is
   *     not in the words of the driver
   */
  public static DatabaseSettings read(SettingsReader settings) {
    String word = settings.verbatim(DRIVER);
    Driver driver =
        Arrays.stream(Driver.values())
            .filter(known -> known.word.equals(word))
            .findFirst()
            .orElseThrow(() -> new InvalidSettingException(DRIVER, word, "must be " + words()));
    String url = settings.verbatim(URL);
    if (!url.startsWith(driver.prefix())) {
      throw new InvalidSettingException(
          URL,
          withoutSecrets(url),
          "must be a URL of "
              + DRIVER
              + " = "
              + word
              + ", as in "
              + driver.example
              + ", or set FANWEB_DB_DRIVER to the driver of this URL");
    }
    return new DatabaseSettings(driver, url, settings.bool("fanweb.db.allow-volatile"));
  }

  /**
   * What of it is weak for a site that strangers can reach.
   *
   * @param defaultPassword whether the database's password is the one in the documentation
   */
  public List<Weakness> weaknesses(boolean defaultPassword) {
    List<Weakness> found = new ArrayList<>();
    if (driver == Driver.H2) {
      found.add(
          Weakness.warning(
              DRIVER,
              "the embedded database serves one process and is not backed up while it runs; for more"
                  + " take mariadb or mysql"));
    } else if (defaultPassword) {
      found.add(
          Weakness.fatal(
              "fanweb.db.password",
              "is the one that everybody can read in the documentation; set FANWEB_DB_PASSWORD"));
    }
    if (allowVolatile) {
      found.add(
          Weakness.warning(
              "fanweb.db.allow-volatile",
              "messages are acknowledged by a database that may forget them"));
    }
    return List.copyOf(found);
  }

  /**
   * A URL as it may be shown and logged: without parameters and user, among which a password may
   * be.
   */
  public static String withoutSecrets(String url) {
    String open = url.replaceFirst("(?s)//.*@", "//").replaceFirst("(?s)[;?].*", "");
    // The other form that MySQL's driver knows has its users and passwords in brackets.
    return open.replaceFirst("(?s)//.*\\(.*", "//…");
  }

  private static String words() {
    return Arrays.stream(Driver.values())
        .map(driver -> driver.word)
        .collect(Collectors.joining(" or "));
  }
}
