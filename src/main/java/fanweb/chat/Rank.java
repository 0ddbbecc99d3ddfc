package fanweb.chat;

import org.jspecify.annotations.Nullable;

/** What somebody is in a group, each more than the one before. */
public enum Rank {
  /** Belongs to it. */
  MEMBER,
  /** Deletes what others said, restricts others, takes members in and out. */
  MODERATOR,
  /** Has made it or was handed it: sets it up and appoints moderators. One in a group at most. */
  OWNER;

  /** Whether a rank is at least this. */
  boolean isReachedBy(@Nullable Rank rank) {
    return rank != null && rank.compareTo(this) >= 0;
  }
}
