package fanweb.account.rest;

import fanweb.platform.Fault;
import fanweb.platform.RefusedException;
import jakarta.ws.rs.core.EntityTag;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Versions of stored things as entity tags (RFC 9110, 8.8.3 and 13.1.1). */
final class Versions {
  private static final Pattern TAG = Pattern.compile("\"(\\d{1,9})(?:-[0-9a-f]+)?\"");

  private Versions() {}

  static EntityTag tag(int version) {
    return new EntityTag(Integer.toString(version));
  }

  /** Of what also shows something that changes on its own. */
  static EntityTag tag(int version, Object shown) {
    return new EntityTag(version + "-" + Integer.toHexString(shown.hashCode()));
  }

  /**
   * The version that a change is for; none when it is for any.
   *
   * @param header the value of {@code If-Match}
   * @throws RefusedException when it is no tag of ours
   */
  static OptionalInt expected(@Nullable String header) {
    if (header == null || header.strip().equals("*")) {
      return OptionalInt.empty();
    }
    Matcher tag = TAG.matcher(header.strip());
    if (!tag.matches()) {
      throw RefusedException.invalid(
          Fault.inHeader("If-Match", "must be the ETag of an earlier answer, or *"));
    }
    return OptionalInt.of(Integer.parseInt(tag.group(1)));
  }
}
