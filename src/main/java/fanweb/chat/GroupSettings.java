package fanweb.chat;

import java.util.Objects;

/**
 * How a group is set up. A group that nobody has set up has the {@link #DEFAULTS}.
 *
 * @param title what people read beside the name, at most {@value #MAX_TITLE} characters, may be
 *     empty
 * @param durable whether what is said is stored; else it is live only and lost with the node
 * @param read who may read
 * @param write who may write
 * @param slowSeconds seconds that must lie between two messages of one author; 0: none
 * @param keepMessages how many of the latest events are kept; 0: all
 * @param keepSeconds how many seconds an event is kept; 0: for ever
 */
public record GroupSettings(
    String title,
    boolean durable,
    Access read,
    Access write,
    int slowSeconds,
    int keepMessages,
    long keepSeconds) {
  /** Longest title, in code points. */
  public static final int MAX_TITLE = 100;

  /** What holds for a group until somebody changes it. */
  public static final GroupSettings DEFAULTS =
      new GroupSettings("", true, Access.EVERYONE, Access.EVERYONE, 0, 0, 0);

  /** Who may. */
  public enum Access {
    /** Whoever comes. */
    EVERYONE,
    /** Whoever signed in. */
    USERS,
    /** Those who have a rank in the group. */
    MEMBERS,
    /** Its moderators and its owner. */
    MODERATORS
  }

  /** Checks that nothing is missing or negative. */
  public GroupSettings {
    Objects.requireNonNull(title);
    if (slowSeconds < 0 || keepMessages < 0 || keepSeconds < 0) {
      throw new IllegalArgumentException("negative");
    }
  }
}
