package fanweb.manage;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Ends a command with one line for people and an exit code. */
public final class Failure extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final int exitCode;

  /**
   * Ends it.
   *
   * @param exitCode one of {@link ExitCode}
   * @param line what, where and how to mend it, in the language of whoever reads it
   */
  public Failure(int exitCode, String line) {
    this(exitCode, line, null);
  }

  /** Ends it because of {@code cause}, which is shown with {@code --verbose} alone. */
  public Failure(int exitCode, String line, @Nullable Throwable cause) {
    super(line, cause);
    this.exitCode = exitCode;
  }

  private Failure(int exitCode) {
    super();
    this.exitCode = exitCode;
  }

  /** Ends it without a word, because nobody reads it. */
  public static Failure silent(int exitCode) {
    return new Failure(exitCode);
  }

  /** How the process ends. */
  public int exitCode() {
    return exitCode;
  }
}
