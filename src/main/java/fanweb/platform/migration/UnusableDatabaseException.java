package fanweb.platform.migration;

import java.io.Serial;

/**
 * The database cannot be used as it is. Its message is one line: what, where, and how to mend it.
 */
public final class UnusableDatabaseException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  UnusableDatabaseException(String line) {
    super(line);
  }

  UnusableDatabaseException(String line, Throwable cause) {
    super(line, cause);
  }
}
