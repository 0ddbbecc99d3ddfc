package fanweb.chat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a moderator keeps somebody from in a group. One holds at a time for a person: the latest.
 *
 * @param subject the id of the author it holds for
 * @param kind from what
 * @param until when it ends by itself; null: when it is lifted
 */
public record Restriction(String subject, Kind kind, @Nullable Instant until) {
  /** From what. */
  public enum Kind {
    /** Reads, but cannot write. */
    MUTE,
    /** Neither reads nor writes. */
    BAN,
    /** From nothing any more. */
    LIFT
  }

  /** Whether it holds at a moment. */
  public boolean holds(Instant now) {
    return kind != Kind.LIFT && (until == null || now.isBefore(until));
  }
}
