package fanweb.chat;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fanweb.account.Identity;
import fanweb.channel.GroupName;
import fanweb.chat.GroupSettings.Access;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What each gets for each command over a connection, those included who were let in before the
 * group closed to them: + done, - refused. A command without a row fails.
 */
class SocketCommandsTest {
  /** Who said the message that a command is about. */
  private static final Map<String, Person> SUBJECTS =
      Map.of("member's", Person.MEMBER, "moderator's", Person.MODERATOR, "owner's", Person.OWNER);

  private static final Set<Person> NOBODY_HERE =
      EnumSet.of(Person.GUEST, Person.USER, Person.STRANGER);

  private final ChatNode node = ChatNode.start();

  @AfterEach
  void stop() throws InterruptedException {
    node.close();
  }

  private enum Person {
    GUEST,
    USER,
    MEMBER,
    MODERATOR,
    OWNER,
    ADMINISTRATOR,
    /** Owner, and so moderator, of another group. */
    STRANGER
  }

  /** Whoever was in the group while it was open: their line, and the offset of what they said. */
  private record Place(JsonPeer peer, long said) {}

  /** In a group whose readers and writers those are. */
  private record Row(Access read, Access write, String command, String table) {}

  private static Stream<Row> rows() {
    // guest, user, member, moderator, owner, administrator, stranger
    return """
        EVERYONE EVERYONE   join                 + + + + + + +
        EVERYONE EVERYONE   leave                + + + + + + +
        EVERYONE EVERYONE   ping                 + + + + + + +
        EVERYONE EVERYONE   read                 + + + + + + +
        EVERYONE EVERYONE   typing               + + + + + + +
        EVERYONE EVERYONE   publish              + + + + + + +
        EVERYONE EVERYONE   edit own             + + + + + + +
        EVERYONE EVERYONE   edit member's        - - + - - - -
        EVERYONE EVERYONE   delete own           + + + + + + +
        EVERYONE EVERYONE   delete member's      - - + + + + -
        EVERYONE EVERYONE   delete moderator's   - - - + + + -
        EVERYONE EVERYONE   delete owner's       - - - - + + -
        EVERYONE USERS      publish              - + + + + + +
        EVERYONE MEMBERS    join                 + + + + + + +
        EVERYONE MEMBERS    leave                + + + + + + +
        EVERYONE MEMBERS    ping                 + + + + + + +
        EVERYONE MEMBERS    read                 + + + + + + +
        EVERYONE MEMBERS    typing               - - + + + + -
        EVERYONE MEMBERS    publish              - - + + + + -
        EVERYONE MEMBERS    edit own             - - + + + + -
        EVERYONE MEMBERS    edit member's        - - + - - - -
        EVERYONE MEMBERS    delete own           - - + + + + -
        EVERYONE MEMBERS    delete member's      - - + + + + -
        EVERYONE MODERATORS typing               - - - + + + -
        EVERYONE MODERATORS publish              - - - + + + -
        EVERYONE MODERATORS edit own             - - - + + + -
        EVERYONE MODERATORS delete own           - - - + + + -
        MEMBERS  EVERYONE   join                 - - + + + + -
        MEMBERS  EVERYONE   leave                - - + + + + -
        MEMBERS  EVERYONE   ping                 + + + + + + +
        MEMBERS  EVERYONE   read                 - - + + + + -
        MEMBERS  EVERYONE   typing               - - + + + + -
        MEMBERS  EVERYONE   publish              - - + + + + -
        MEMBERS  EVERYONE   edit own             - - + + + + -
        MEMBERS  EVERYONE   edit member's        - - + - - - -
        MEMBERS  EVERYONE   delete own           - - + + + + -
        MEMBERS  EVERYONE   delete member's      - - + + + + -
        """
        .lines()
        .map(line -> line.split(" +", 3))
        .map(
            part ->
                new Row(
                    Access.valueOf(part[0]),
                    Access.valueOf(part[1]),
                    part[2].replaceFirst("[+-].*", "").strip(),
                    part[2].replaceFirst("[^+-]*", "")));
  }

  @Test
  void whatEachIsAnsweredForEachCommand() {
    List<Row> found = new ArrayList<>();
    for (Row row : rows().toList()) {
      try (Club club = new Club(new GroupName("club-" + found.size()))) {
        club.letIn(row.read(), row.write());
        found.add(new Row(row.read(), row.write(), row.command(), club.table(row.command())));
      }
    }

    assertThat(found).containsExactlyElementsOf(rows().toList());
  }

  @Test
  void noCommandIsWithoutARow() {
    Set<String> known =
        rows().map(row -> row.command().split(" ")[0]).collect(toCollection(TreeSet::new));

    // Plain text has no word for the commands of JSON but this one, which asks for nothing.
    known.add("close");
    assertThat(known).isEqualTo(commands(ChatCommand.class).collect(toCollection(TreeSet::new)));
  }

  private static Stream<String> commands(Class<?> sealed) {
    return Arrays.stream(sealed.getPermittedSubclasses())
        .flatMap(
            one ->
                one.isSealed()
                    ? commands(one)
                    : Stream.of(one.getSimpleName().toLowerCase(Locale.ROOT)));
  }

  private Identity identity(Person one) {
    return switch (one) {
      case GUEST -> node.people().guest("");
      case ADMINISTRATOR -> node.people().user(one.ordinal(), one.name(), "*");
      default -> node.people().user(one.ordinal(), one.name(), ChatPolicy.ADD_GROUPS);
    };
  }

  private static boolean wasDone(JsonObject reply) {
    return !reply.getString("type").equals("error");
  }

  private static long offset(JsonObject ack) {
    return ack.getJsonNumber("offset").longValueExact();
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }

  /** A group in which everybody is, and said something while it was open. */
  private final class Club implements AutoCloseable {
    private final GroupName name;
    private final Map<Person, Place> places = new EnumMap<>(Person.class);

    Club(GroupName name) {
      this.name = name;
      found(Person.STRANGER, new GroupName(name.value() + "-another"));
      found(Person.OWNER, name);
      appoint(Person.MEMBER, Rank.MEMBER);
      appoint(Person.MODERATOR, Rank.MODERATOR);
      for (Person one : Person.values()) {
        JsonPeer peer = new JsonPeer(node, name, identity(one));
        assertThat(wasDone(peer.join())).isTrue();
        places.put(one, new Place(peer, offset(peer.publish("one's own"))));
      }
    }

    /** Lets these in from now on, and waits until the others have heard of it. */
    void letIn(Access read, Access write) {
      Identity owner = identity(Person.OWNER);
      GroupSettings settings = new GroupSettings("", true, read, write, 0, 0, 0);
      submit(name, owner, new ChatEvent.SettingsChanged(now(), Author.of(owner, ""), settings));
      if (read == Access.MEMBERS) {
        await().until(() -> NOBODY_HERE.stream().allMatch(one -> isShownOut(place(one))));
      }
    }

    String table(String command) {
      return Arrays.stream(Person.values())
          .map(one -> isDone(one, command) ? "+" : "-")
          .collect(joining(" "));
    }

    /** Over the line that was there before, unless the group showed it out. */
    private boolean isDone(Person one, String command) {
      Place place = place(one);
      JsonPeer peer = isShownOut(place) ? new JsonPeer(node, name, identity(one)) : place.peer();
      String[] words = command.split(" ");
      String fields = "\"type\":\"" + words[0] + "\"";
      if (words[0].equals("typing")) {
        return isQuiet(peer, fields + ",\"on\":true");
      }
      if (words.length > 1) {
        fields += ",\"offset\":" + target(one, words[1]);
      } else if (words[0].equals("read")) {
        fields += ",\"offset\":1";
      }
      return wasDone(peer.ask(fields + ",\"text\":\"x\""));
    }

    /** What is done without an answer: the next command is answered, and it is not. */
    private static boolean isQuiet(JsonPeer peer, String fields) {
      peer.send("{\"id\":\"quiet\"," + fields + "}");
      peer.ask("\"type\":\"ping\"");
      return peer.heard().stream().noneMatch(one -> one.getString("id", "").equals("quiet"));
    }

    private static boolean isShownOut(Place place) {
      return !place.peer().line().endings().isEmpty();
    }

    private long target(Person one, String whose) {
      Person subject = SUBJECTS.get(whose);
      return subject == null
          ? place(one).said()
          : offset(place(subject).peer().publish("another's"));
    }

    @Override
    public void close() {
      places.values().forEach(place -> place.peer().line().disconnect());
    }

    private Place place(Person one) {
      return Objects.requireNonNull(places.get(one));
    }

    private void found(Person one, GroupName group) {
      Identity who = identity(one);
      submit(group, who, member(who, who.author(), Rank.OWNER));
    }

    private void appoint(Person one, Rank rank) {
      Identity owner = identity(Person.OWNER);
      submit(name, owner, member(owner, identity(one).author(), rank));
    }

    private static ChatEvent member(Identity by, String subject, Rank rank) {
      return new ChatEvent.MemberChanged(now(), Author.of(by, ""), subject, rank);
    }

    private void submit(GroupName group, Identity who, ChatEvent event) {
      Outcome outcome = node.service().submit(Draft.of(group, null, who, event)).join();
      assertThat(outcome).isInstanceOf(Outcome.Stored.class);
    }
  }
}
