package fanweb.chat;

import static org.assertj.core.api.Assertions.assertThat;

import fanweb.account.Identity;
import fanweb.account.Permissions;
import fanweb.channel.StreamPosition;
import fanweb.chat.GroupSettings.Access;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may do what, as a table that people can read: + allowed, - not. */
class ChatPolicyTest {
  private static final Instant AT = Instant.parse("2026-11-25T08:00:00Z");
  private static final Set<String> MESSAGES =
      Set.of(
          ChatPolicy.VIEW_MESSAGES,
          ChatPolicy.ADD_MESSAGES,
          ChatPolicy.CHANGE_MESSAGES,
          ChatPolicy.DELETE_MESSAGES);

  /** Who is in the group beside those of the table. */
  private static final Map<String, Rank> OTHERS =
      Map.of("u_91", Rank.MEMBER, "u_92", Rank.MODERATOR, "u_93", Rank.OWNER);

  private enum Person {
    GUEST,
    USER,
    MEMBER,
    MODERATOR,
    OWNER,
    ADMINISTRATOR,
    /** Moderator of another group: nothing here. */
    STRANGER,
    /** Has all of a role that moderates everywhere. */
    WARDEN,
    /** Has a role that reads everywhere. */
    VIEWER;

    Identity identity() {
      return switch (this) {
        case GUEST -> Identity.guest("g_1", new Permissions(MESSAGES));
        case ADMINISTRATOR -> user(Permissions.ALL);
        case WARDEN -> user(messagesAnd(ChatPolicy.MODERATE_GROUPS));
        case VIEWER -> user(messagesAnd(ChatPolicy.VIEW_GROUPS));
        default -> user(messagesAnd(ChatPolicy.ADD_GROUPS));
      };
    }

    @Nullable Rank rank() {
      return switch (this) {
        case MEMBER -> Rank.MEMBER;
        case MODERATOR -> Rank.MODERATOR;
        case OWNER -> Rank.OWNER;
        default -> null;
      };
    }
  }

  @ParameterizedTest
  @CsvSource({
    // access,    guest, user, member, moderator, owner, admin, stranger, warden, viewer
    "EVERYONE,   + + + + + + + + +",
    "USERS,      - + + + + + + + +",
    "MEMBERS,    - - + + + + - + +",
    "MODERATORS, - - - + + + - + +",
  })
  void whoMayRead(Access access, String table) {
    assertTable(table, one -> ChatPolicy.reading(stand(one, null, access, Access.EVERYONE)));
  }

  @ParameterizedTest
  @CsvSource({
    "EVERYONE,   + + + + + + + + +",
    "USERS,      - + + + + + + + +",
    "MEMBERS,    - - + + + + - + -",
    "MODERATORS, - - - + + + - + -",
  })
  void whoMayWrite(Access access, String table) {
    ChatEvent said = ChatEvent.Message.written(AT, author(), "x");
    assertTable(table, one -> writing(stand(one, null, Access.EVERYONE, access), said));
  }

  @ParameterizedTest
  @CsvSource({
    "USERS,      - + + + + + + + +",
    "MEMBERS,    - - + + + + - + +",
    "MODERATORS, - - - + + + - + +",
  })
  void whoMayNotReadMayNotWriteEither(Access access, String table) {
    ChatEvent said = ChatEvent.Message.written(AT, author(), "x");
    assertTable(table, one -> writing(stand(one, null, access, Access.EVERYONE), said));
  }

  @ParameterizedTest
  @CsvSource({
    // what,             guest, user, member, moderator, owner, admin, stranger, warden, viewer
    "restrict nobody,    - - - + + + - + -",
    "restrict member,    - - - + + + - + -",
    "restrict moderator, - - - - + + - + -",
    "restrict owner,     - - - - + + - + -",
    "configure,          - - - - + + - - -",
    "add member,         - - - + + + - + -",
    "add moderator,      - - - - + + - - -",
    "hand over,          - - - - + + - - -",
    "remove member,      - - - + + + - + -",
    "remove moderator,   - - - - + + - - -",
    "remove owner,       - - - - - - - - -",
  })
  void whoMayModerate(String what, String table) {
    ChatEvent event =
        switch (what) {
          case "restrict nobody" -> restrict("g_9");
          case "restrict member" -> restrict("u_91");
          case "restrict moderator" -> restrict("u_92");
          case "restrict owner" -> restrict("u_93");
          case "configure" -> new ChatEvent.SettingsChanged(AT, author(), GroupSettings.DEFAULTS);
          case "add member" -> member("u_90", Rank.MEMBER);
          case "add moderator" -> member("u_91", Rank.MODERATOR);
          case "hand over" -> member("u_91", Rank.OWNER);
          case "remove member" -> member("u_91", null);
          case "remove moderator" -> member("u_92", null);
          default -> member("u_93", null);
        };
    assertTable(table, one -> writing(stand(one), event));
  }

  @ParameterizedTest
  @CsvSource({
    // whose,     guest, user, member, moderator, owner, admin, stranger, warden, viewer
    "u_90,        - - - + + + - + -",
    "u_91,        - - - + + + - + -",
    "u_92,        - - - - + + - + -",
    "u_93,        - - - - + + - + -",
    "self,        + + + + + + + + +",
  })
  void whoseMessagesOneMayDelete(String whose, String table) {
    assertTable(
        table,
        one -> {
          Identity who = one.identity();
          Rank rank = one.rank();
          Map<String, Rank> ranks = new HashMap<>(OTHERS);
          if (rank != null) {
            ranks.put(who.author(), rank);
          }
          String author = whose.equals("self") ? who.author() : whose;
          boolean reaches = new Rules(state(ranks)).reaches(who, author, AT);
          return reaches ? Optional.empty() : Optional.of(Refusal.NOT_YOURS);
        });
  }

  @ParameterizedTest
  @CsvSource({
    "BAN,  - - - - + + - + +, read",
    "BAN,  - - - - + + - + -, write",
    "MUTE, + + + + + + + + +, read",
    "MUTE, - - - - + + - + -, write",
    "BAN,  - - - - + + - + -, moderate",
    "MUTE, - - - - + + - + -, moderate",
  })
  void whatIsLeftToTheRestricted(Restriction.Kind kind, String table, String what) {
    ChatEvent event =
        what.equals("write") ? ChatEvent.Message.written(AT, author(), "x") : restrict("g_9");
    assertTable(
        table,
        one -> {
          Stand stand = stand(one, kind, Access.EVERYONE, Access.EVERYONE);
          return what.equals("read") ? ChatPolicy.reading(stand) : writing(stand, event);
        });
  }

  @ParameterizedTest
  @EnumSource
  void whoIsAllowedNoMessagesIsAllowedNothing(Rank rank) {
    Identity bare = user(Permissions.NONE);
    Stand stand = new Stand(bare, rank, null, GroupSettings.DEFAULTS);

    assertThat(ChatPolicy.reading(stand)).contains(Refusal.NOT_ALLOWED);
    assertThat(writing(stand, ChatEvent.Message.written(AT, author(), "x")))
        .contains(Refusal.NOT_ALLOWED);
    assertThat(ChatPolicy.readableWithoutRank(bare)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {ChatPolicy.ADD_MESSAGES, ChatPolicy.CHANGE_MESSAGES, ChatPolicy.DELETE_MESSAGES})
  void eachOfWritingEditingAndDeletingNeedsItsPermission(String allowed) {
    Identity who = user(new Permissions(Set.of(ChatPolicy.VIEW_MESSAGES, allowed)));
    Stand stand = new Stand(who, null, null, GroupSettings.DEFAULTS);
    Map<String, ChatEvent> events =
        Map.of(
            ChatPolicy.ADD_MESSAGES, ChatEvent.Message.written(AT, author(), "x"),
            ChatPolicy.CHANGE_MESSAGES, new ChatEvent.Edited(AT, author(), 1, "x"),
            ChatPolicy.DELETE_MESSAGES, new ChatEvent.Deleted(AT, author(), 1));

    events.forEach(
        (permission, event) ->
            assertThat(writing(stand, event).isEmpty()).isEqualTo(permission.equals(allowed)));
  }

  @Test
  void whatOneIsToldOneMayIsWhatOneMay() {
    for (Person one : Person.values()) {
      for (Access write : Access.values()) {
        Stand stand = stand(one, null, Access.EVERYONE, write);
        boolean says = writing(stand, ChatEvent.Message.written(AT, author(), "x")).isEmpty();
        Set<Permission> may = ChatPolicy.permissions(stand);
        assertThat(may.contains(Permission.PUBLISH)).isEqualTo(says);
        assertThat(may.contains(Permission.TYPING)).isEqualTo(says);
        assertThat(may.contains(Permission.MODERATE))
            .isEqualTo(writing(stand, restrict("g_9")).isEmpty());
      }
    }
  }

  @Test
  void anybodyMayLeaveButTheOwner() {
    for (Person one : Person.values()) {
      String self = one.identity().author();
      Rank rank = one.rank();
      Map<String, Rank> ranks = rank == null ? Map.of() : Map.of(self, rank);
      Optional<Refusal> refusal = ChatPolicy.writing(stand(one), member(self, null), ranks);
      switch (one) {
        case MEMBER, MODERATOR, ADMINISTRATOR -> assertThat(refusal).isEmpty();
        case OWNER -> assertThat(refusal).contains(Refusal.OWNER_STAYS);
        default -> assertThat(refusal).contains(Refusal.NOT_ALLOWED);
      }
    }
  }

  @Test
  void onlyUsersWhoMayMakeGroupsMakeOneTheirOwn() {
    assertTable("- + + + + + + - -", one -> ChatPolicy.founding(one.identity()));
    Stand machine = new Stand(Identity.machine(), null, null, GroupSettings.DEFAULTS);
    ChatEvent founded = new ChatEvent.MemberChanged(AT, new Author("api", ""), "api", Rank.OWNER);
    assertThat(ChatPolicy.writing(machine, founded, Map.of())).contains(Refusal.NOT_ALLOWED);
  }

  @Test
  void nobodyTakesAGroupThatHasAnOwner() {
    Stand stand = stand(Person.USER);
    assertThat(ChatPolicy.writing(stand, member("u_1", Rank.OWNER), OTHERS))
        .contains(Refusal.GROUP_TAKEN);
  }

  @Test
  void theListOfGroupsKnowsTheSameAsTheGroup() {
    for (Person one : Person.values()) {
      for (Access access : Access.values()) {
        Rank rank = one.rank();
        boolean listed =
            ChatPolicy.readableWithoutRank(one.identity()).contains(access)
                || (rank != null && ChatPolicy.ranksFor(access).contains(rank));
        Stand stand = stand(one, null, access, Access.EVERYONE);
        assertThat(listed).isEqualTo(ChatPolicy.reading(stand).isEmpty());
      }
    }
  }

  private static void assertTable(String table, Function<Person, Optional<Refusal>> decision) {
    StringBuilder found = new StringBuilder();
    for (Person one : Person.values()) {
      found.append(decision.apply(one).isEmpty() ? "+ " : "- ");
    }
    assertThat(found.toString().strip()).isEqualTo(table);
  }

  private static Optional<Refusal> writing(Stand stand, ChatEvent event) {
    return ChatPolicy.writing(stand, event, OTHERS);
  }

  private static Stand stand(Person one) {
    return stand(one, null, Access.EVERYONE, Access.EVERYONE);
  }

  private static Stand stand(
      Person one, Restriction.@Nullable Kind kind, Access read, Access write) {
    return new Stand(
        one.identity(), one.rank(), kind, new GroupSettings("", true, read, write, 0, 0, 0));
  }

  private static GroupState state(Map<String, Rank> ranks) {
    return new GroupState(
        new StreamPosition("epoch", 0), 0, GroupSettings.DEFAULTS, ranks, List.of());
  }

  private static ChatEvent restrict(String subject) {
    return new ChatEvent.Moderated(
        AT, author(), new Restriction(subject, Restriction.Kind.MUTE, null));
  }

  private static ChatEvent.MemberChanged member(String subject, @Nullable Rank rank) {
    return new ChatEvent.MemberChanged(AT, author(), subject, rank);
  }

  private static Author author() {
    return new Author("u_1", "");
  }

  private static Identity user(Permissions permissions) {
    return new Identity(Identity.Proof.SESSION, 1, 1, "u_1", "Ann", permissions);
  }

  private static Permissions messagesAnd(String code) {
    return new Permissions(MESSAGES).and(new Permissions(Set.of(code, ChatPolicy.USE_RANKS)));
  }
}
