package fanweb.chat.rest;

import fanweb.chat.Rank;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who has a rank in a group.
 *
 * @param author their id
 * @param rank {@code member}, {@code moderator} or {@code owner}
 */
@JsonbPropertyOrder({"author", "rank"})
public record MemberItem(
    String author, @Schema(enumeration = {"member", "moderator", "owner"}) String rank) {
  static MemberItem of(Map.Entry<String, Rank> entry) {
    return new MemberItem(entry.getKey(), SettingsAnswer.lower(entry.getValue()));
  }

  /** A rank as it travels; null for none. */
  static @Nullable String word(@Nullable Rank rank) {
    return rank == null ? null : SettingsAnswer.lower(rank);
  }
}
