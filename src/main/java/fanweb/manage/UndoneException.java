package fanweb.manage;

import java.io.Serial;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Work that cannot be done, and of which nothing was. Thrown where nobody knows in which language
 * that will be told; ends a command with {@link ExitCode#FAILED}.
 */
public final class UndoneException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final String key;
  private final transient List<Object> arguments;

  /**
   * Says why.
   *
   * @param key of the line for people
   * @param arguments in that line
   */
  public UndoneException(String key, Object... arguments) {
    this(null, key, arguments);
  }

  /** Says why, after {@code cause}. */
  public UndoneException(@Nullable Throwable cause, String key, Object... arguments) {
    super(key + Arrays.toString(arguments), cause);
    this.key = key;
    this.arguments = List.of(arguments);
  }

  /** Which line tells of it. */
  public String key() {
    return key;
  }

  /** What stands in that line. */
  public Object[] arguments() {
    return arguments.toArray();
  }
}
