package fanweb.manage.drafting;

import java.io.Serial;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Scripts that cannot be made for what the entities want; nothing was written. */
final class RefusedDraftException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final String key;
  private final transient List<Object> arguments;

  /**
   * Says why.
   *
   * @param key of the line for people
   * @param arguments in that line
   */
  RefusedDraftException(String key, Object... arguments) {
    this(null, key, arguments);
  }

  /** Says why, after {@code cause}. */
  RefusedDraftException(@Nullable Throwable cause, String key, Object... arguments) {
    super(key + Arrays.toString(arguments), cause);
    this.key = key;
    this.arguments = List.of(arguments);
  }

  String key() {
    return key;
  }

  Object[] arguments() {
    return arguments.toArray();
  }
}
