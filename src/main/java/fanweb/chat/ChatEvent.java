package fanweb.chat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What happened in a group and has an offset in its stream. Whoever applies all of them in order
 * has the group's state. Immutable.
 */
public sealed interface ChatEvent {
  /** When it was taken in, to the millisecond. */
  Instant at();

  /** Whose doing it is. */
  Author author();

  /**
   * Somebody said something.
   *
   * @param text as it stands now; empty when it was deleted
   * @param state whether it still is what was first said
   */
  record Message(Instant at, Author author, String text, State state) implements ChatEvent {
    /** What became of a message. */
    public enum State {
      /** Nothing. */
      WRITTEN,
      /** Its author changed it; the text is the latest. */
      EDITED,
      /** It was deleted, and its text is nowhere any more. */
      DELETED
    }

    /** A message as it is when it is new. */
    public static Message written(Instant at, Author author, String text) {
      return new Message(at, author, text, State.WRITTEN);
    }
  }

  /**
   * A message was changed.
   *
   * @param target the message's offset
   * @param text its text from now on
   */
  record Edited(Instant at, Author author, long target, String text) implements ChatEvent {}

  /**
   * A message was deleted by its author or a moderator. An edit of it that is read again later is
   * read as this too: its text is gone.
   *
   * @param target the message's offset
   */
  record Deleted(Instant at, Author author, long target) implements ChatEvent {}

  /**
   * A moderator restricted somebody, or lifted what restricted them.
   *
   * @param restriction what holds for its subject from now on
   */
  record Moderated(Instant at, Author author, Restriction restriction) implements ChatEvent {}

  /**
   * Somebody has another rank in the group. A new owner makes the one before a moderator.
   *
   * @param subject the id of the author whose rank it is, a user's
   * @param rank theirs from now on; null: none any more
   */
  record MemberChanged(Instant at, Author author, String subject, @Nullable Rank rank)
      implements ChatEvent {
    /**
     * Whether somebody makes the group their own, which only one can in whose stream is nothing.
     */
    public boolean isFounding() {
      return rank == Rank.OWNER && subject.equals(author.id());
    }
  }

  /**
   * The group's settings changed.
   *
   * @param settings all of them, as they are from now on
   */
  record SettingsChanged(Instant at, Author author, GroupSettings settings) implements ChatEvent {}
}
