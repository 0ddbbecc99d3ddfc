package fanweb.account.rest;

import jakarta.ws.rs.core.EntityTag;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Versions of stored things as entity tags (RFC 9110, 8.8.3 and 13.1.1). */
final class Versions {
  private static final Pattern TAG = Pattern.compile("(W/)?\"([^\"]*)\"");

  private Versions() {}

  static EntityTag tag(int version) {
    return new EntityTag(Integer.toString(version));
  }

  /** Of what also shows texts that change on their own. */
  static EntityTag tag(int version, List<String> shown) {
    if (shown.isEmpty()) {
      return tag(version);
    }
    byte[] bytes = String.join("\n", shown).getBytes(StandardCharsets.UTF_8);
    return new EntityTag(version + "-" + UUID.nameUUIDFromBytes(bytes));
  }

  /**
   * Whether something is what the caller has seen, by {@code If-Match}: one of its tags, of which
   * weak ones never match, or anything when there is no such header or {@code *}. That the header
   * is well formed has been seen to.
   *
   * @param match the value of {@code If-Match}
   * @param tagOf the tag of a stored thing
   */
  static <T> Predicate<T> expected(@Nullable String match, Function<T, EntityTag> tagOf) {
    if (match == null || match.strip().equals("*")) {
      return stored -> true;
    }
    Set<String> strong =
        TAG.matcher(match)
            .results()
            .filter(tag -> tag.group(1) == null)
            .map((MatchResult tag) -> tag.group(2))
            .collect(Collectors.toUnmodifiableSet());
    return stored -> strong.contains(tagOf.apply(stored).getValue());
  }
}
