package fanweb.chat;

import java.util.Locale;

/**
 * Why a command was not done. The connection stays open and nothing was changed, but for {@link
 * #UNAVAILABLE}, after which nobody knows.
 */
public enum Refusal {
  /** Nobody joined the group on this connection. */
  NOT_JOINED(false, "join the group first"),
  /** The connection speaks as somebody else already. */
  IDENTITY_FIXED(false, "this connection speaks as another author; open a second one"),
  /** The guest became a user: their token proves nothing any more. */
  IDENTITY_CLAIMED(false, "this guest is a user by now: sign in, or come without this token"),
  /** The connection is in as many groups as it may be. */
  TOO_MANY_GROUPS(false, "this connection is in as many groups as it may be"),
  /** The author has as many connections as one may. */
  TOO_MANY_CONNECTIONS(false, "you have as many connections as one may"),
  /** More connections come from the client's address than may. */
  ADDRESS_FULL(true, "as many connections come from your address as may; try again later"),
  /** The text is longer than a message may be. */
  TOO_LONG(false, "the text is longer than a message may be"),
  /** The message came faster than the rate allows and was not published. */
  TOO_FAST(true, "too fast: this was not done; send it again later"),
  /** The group's slow mode lets nobody write that often. */
  SLOW_MODE(true, "slow mode: this came too soon after your last message"),
  /** More commands are unanswered than a connection may have. */
  TOO_MANY_COMMANDS(true, "too many commands without an answer yet"),
  /** A moderator muted the author. */
  MUTED(false, "you are muted in this group"),
  /** A moderator banned the author. */
  BANNED(false, "you are banned from this group"),
  /** The group's settings do not let the author do it. */
  NOT_ALLOWED(false, "you may not do this in this group"),
  /** A group has an owner until they hand it over. */
  OWNER_STAYS(false, "the owner cannot go without handing the group over"),
  /** Only a group in which nothing has happened yet can be made one's own. */
  GROUP_TAKEN(false, "somebody has spoken in this group, or owns it"),
  /** Somebody else changed in the same moment what this was to change. */
  OUTDATED(true, "somebody else changed this just now: not done; look again and send it again"),
  /** The key was used for something else. */
  KEY_REUSED(false, "this key was used with another text"),
  /** There is no such message, or none any more. */
  NOT_FOUND(false, "there is no such message"),
  /** The message is somebody else's. */
  NOT_YOURS(false, "this message is not yours"),
  /** The database does not answer. What was sent may be stored or not. */
  UNAVAILABLE(
      true,
      "the database, or what numbers a live-only group, does not answer: not known to be stored or"
          + " published; send it again"),
  /** More waits to be stored than a node keeps in memory. */
  OVERLOADED(true, "too much to do just now: not stored; send it again later"),
  /** The database forgets with its process, and nobody said that this is fine. */
  NOT_DURABLE(false, "the database is in memory and would lose this; see fanweb.db.allow-volatile"),
  /** The database does not take this text. */
  REJECTED(false, "the database refuses this");

  private final boolean temporary;
  private final String message;

  Refusal(boolean temporary, String message) {
    this.temporary = temporary;
    this.message = message;
  }

  /** The name that programs know it by, as in {@code key_reused}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the same command may do later. */
  public boolean isTemporary() {
    return temporary;
  }

  /** One English sentence for the person who wrote the client. */
  public String message() {
    return message;
  }
}
