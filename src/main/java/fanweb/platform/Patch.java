package fanweb.platform;

import java.util.Set;

/**
 * The body of a PATCH (RFC 7396): what is named is to be changed, what is not stays.
 *
 * @param value a record with the new values; components that were not named are null or 0
 * @param given the names of those that were
 * @param <T> the record of everything that may be changed
 */
public record Patch<T>(T value, Set<String> given) {
  /** Takes them over. */
  public Patch {
    given = Set.copyOf(given);
  }

  /** Whether a value is to be changed. */
  public boolean gives(String name) {
    return given.contains(name);
  }
}
