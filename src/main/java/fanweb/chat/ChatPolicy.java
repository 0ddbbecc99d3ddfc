package fanweb.chat;

import fanweb.account.Identity;
import fanweb.chat.GroupSettings.Access;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may do what in groups; resources, pages and commands over sockets ask nobody else. Knows
 * nothing and remembers nothing: what it decides by is told it. Any thread.
 */
public final class ChatPolicy {
  /** Read every group, whoever else may. */
  public static final String VIEW_GROUPS = "group.view";

  /** Make groups of one's own. */
  public static final String ADD_GROUPS = "group.add";

  /** Set up every group, and say who its members are. */
  public static final String CHANGE_GROUPS = "group.change";

  /** Delete groups. */
  public static final String DELETE_GROUPS = "group.delete";

  /** Do in every group what its moderators may, and more: nobody there is beyond reach. */
  public static final String MODERATE_GROUPS = "group.moderate";

  /** Use what one is in a group. A token of the API has it only when it is among its scopes. */
  public static final String USE_RANKS = "group.rank";

  /** Read. */
  public static final String VIEW_MESSAGES = "message.view";

  /** Say something. */
  public static final String ADD_MESSAGES = "message.add";

  /** Change what one said. */
  public static final String CHANGE_MESSAGES = "message.change";

  /** Delete what one said. */
  public static final String DELETE_MESSAGES = "message.delete";

  /** All of them. */
  static final List<String> PERMISSIONS =
      List.of(
          VIEW_GROUPS,
          ADD_GROUPS,
          CHANGE_GROUPS,
          DELETE_GROUPS,
          MODERATE_GROUPS,
          USE_RANKS,
          VIEW_MESSAGES,
          ADD_MESSAGES,
          CHANGE_MESSAGES,
          DELETE_MESSAGES);

  private ChatPolicy() {}

  /** Whether somebody may make a group of their own: users only, for it is theirs. */
  public static Optional<Refusal> founding(Identity who) {
    return unless(who.userId() != 0 && who.may(ADD_GROUPS), Refusal.NOT_ALLOWED);
  }

  private static Optional<Refusal> founding(Identity who, Map<String, Rank> ranks) {
    return founding(who).or(() -> unless(!ranks.containsValue(Rank.OWNER), Refusal.GROUP_TAKEN));
  }

  /** Whether somebody reads every group that there is. */
  public static boolean readsAll(Identity who) {
    return who.may(VIEW_MESSAGES) && (who.may(VIEW_GROUPS) || who.may(MODERATE_GROUPS));
  }

  /** Which groups somebody reads without being anything in them; none: nor any other. */
  public static Set<Access> readableWithoutRank(Identity who) {
    if (!who.may(VIEW_MESSAGES)) {
      return Set.of();
    }
    if (readsAll(who)) {
      return EnumSet.allOf(Access.class);
    }
    return who.isSignedIn()
        ? EnumSet.of(Access.EVERYONE, Access.USERS)
        : EnumSet.of(Access.EVERYONE);
  }

  /** The ranks that reach far enough for what only those may who have one. */
  public static Set<Rank> ranksFor(Access access) {
    return access == Access.MEMBERS
        ? EnumSet.allOf(Rank.class)
        : EnumSet.of(Rank.MODERATOR, Rank.OWNER);
  }

  /** Whether somebody may read; else why not. */
  static Optional<Refusal> reading(Stand stand) {
    Identity who = stand.who();
    if (!who.may(VIEW_MESSAGES)) {
      return Optional.of(Refusal.NOT_ALLOWED);
    }
    if (readsAll(who) || moderates(stand)) {
      return Optional.empty();
    }
    if (stand.restriction() == Restriction.Kind.BAN) {
      return Optional.of(Refusal.BANNED);
    }
    return unless(isLetIn(stand, stand.settings().read()), Refusal.NOT_ALLOWED);
  }

  /**
   * Whether something may be said or changed; else why not. The slow mode comes on top, see {@link
   * #isPaced}.
   *
   * @param ranks what who is in the group
   */
  static Optional<Refusal> writing(Stand stand, ChatEvent event, Map<String, Rank> ranks) {
    if (event instanceof ChatEvent.Message) {
      return saying(stand, ADD_MESSAGES);
    }
    if (event instanceof ChatEvent.Edited) {
      return saying(stand, CHANGE_MESSAGES);
    }
    if (event instanceof ChatEvent.Deleted) {
      return moderates(stand) ? Optional.empty() : saying(stand, DELETE_MESSAGES);
    }
    if (event instanceof ChatEvent.Moderated moderated) {
      return restricting(stand, ranks.get(moderated.restriction().subject()));
    }
    return event instanceof ChatEvent.MemberChanged changed
        ? appointing(stand, changed, ranks)
        : unless(setsUp(stand), Refusal.NOT_ALLOWED);
  }

  /** Whether somebody may show that they are writing. */
  static Optional<Refusal> typing(Stand stand) {
    return saying(stand, ADD_MESSAGES);
  }

  /** Whether the slow mode holds for what somebody says. */
  static boolean isPaced(Stand stand, ChatEvent event) {
    return event instanceof ChatEvent.Message && !moderates(stand);
  }

  /**
   * Whether somebody may delete what another said.
   *
   * @param other what the other is in the group; null: nothing
   */
  static boolean reaches(Stand stand, @Nullable Rank other) {
    return isAboveRanks(stand) || (moderates(stand) && !Rank.MODERATOR.isReachedBy(other));
  }

  /** What somebody may do, as they are told it. */
  static Set<Permission> permissions(Stand stand) {
    Set<Permission> may = EnumSet.noneOf(Permission.class);
    if (saying(stand, ADD_MESSAGES).isEmpty()) {
      may.addAll(EnumSet.of(Permission.PUBLISH, Permission.TYPING));
    }
    if (saying(stand, CHANGE_MESSAGES).isEmpty()) {
      may.add(Permission.EDIT);
    }
    if (moderates(stand) || saying(stand, DELETE_MESSAGES).isEmpty()) {
      may.add(Permission.DELETE);
    }
    if (moderates(stand)) {
      may.add(Permission.MODERATE);
    }
    return may;
  }

  /** Whether somebody does what moderators do. One who is restricted does not. */
  static boolean moderates(Stand stand) {
    return isAboveRanks(stand) || (stand.rank() == Rank.MODERATOR && stand.restriction() == null);
  }

  private static boolean setsUp(Stand stand) {
    return stand.rank() == Rank.OWNER || stand.who().may(CHANGE_GROUPS);
  }

  private static boolean isAboveRanks(Stand stand) {
    return stand.rank() == Rank.OWNER || stand.who().may(MODERATE_GROUPS);
  }

  /** Who may not read may not write either, so that nobody writes into what is not theirs. */
  private static Optional<Refusal> saying(Stand stand, String permission) {
    if (!stand.who().may(permission)) {
      return Optional.of(Refusal.NOT_ALLOWED);
    }
    Optional<Refusal> closed = reading(stand);
    if (closed.isPresent() || moderates(stand)) {
      return closed;
    }
    if (stand.restriction() == Restriction.Kind.BAN) {
      return Optional.of(Refusal.BANNED);
    }
    if (stand.restriction() == Restriction.Kind.MUTE) {
      return Optional.of(Refusal.MUTED);
    }
    return unless(isLetIn(stand, stand.settings().write()), Refusal.NOT_ALLOWED);
  }

  private static Optional<Refusal> restricting(Stand stand, @Nullable Rank subject) {
    return unless(reaches(stand, subject), Refusal.NOT_ALLOWED);
  }

  private static Optional<Refusal> appointing(
      Stand stand, ChatEvent.MemberChanged change, Map<String, Rank> ranks) {
    Rank before = ranks.get(change.subject());
    if (before == Rank.OWNER && change.rank() != Rank.OWNER) {
      boolean knows = setsUp(stand);
      return Optional.of(knows ? Refusal.OWNER_STAYS : Refusal.NOT_ALLOWED);
    }
    if (change.isFounding()) {
      return founding(stand.who(), ranks);
    }
    if (setsUp(stand)) {
      return Optional.empty();
    }
    if (change.subject().equals(stand.who().author()) && stand.who().isSignedIn()) {
      return unless(change.rank() == null && before != null, Refusal.NOT_ALLOWED);
    }
    boolean plain =
        !Rank.MODERATOR.isReachedBy(before) && !Rank.MODERATOR.isReachedBy(change.rank());
    return unless(moderates(stand) && plain, Refusal.NOT_ALLOWED);
  }

  private static boolean isLetIn(Stand stand, Access access) {
    return switch (access) {
      case EVERYONE -> true;
      case USERS -> stand.who().isSignedIn();
      case MEMBERS, MODERATORS -> stand.rank() != null && ranksFor(access).contains(stand.rank());
    };
  }

  private static Optional<Refusal> unless(boolean allowed, Refusal refusal) {
    return allowed ? Optional.empty() : Optional.of(refusal);
  }
}
