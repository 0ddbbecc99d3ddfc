package fanweb.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PresenceTest {
  private static final Author ANNA = new Author("g_1", "Anna");
  private static final Author RENAMED = new Author("g_1", "Anne");
  private static final Author BO = new Author("g_2", "Bo");

  private final Presence presence = new Presence();

  @Test
  void whoCameAndWentSinceTheLastTimeIsToldTogether() {
    presence.join(ANNA);
    assertThat(change()).isEqualTo(change(1, List.of(ANNA), List.of()));

    presence.join(BO);
    presence.leave(ANNA);
    assertThat(change()).isEqualTo(change(1, List.of(BO), List.of(ANNA)));
    assertThat(presence.settle()).isFalse();
  }

  @Test
  void onePersonWithTwoConnectionsIsOnePersonUntilBothAreGone() {
    presence.join(ANNA);
    presence.join(ANNA);
    assertThat(change()).isEqualTo(change(1, List.of(ANNA), List.of()));

    presence.leave(ANNA);
    assertThat(presence.settle()).isFalse();
    assertThat(presence.now().here()).containsExactly(ANNA);

    presence.leave(ANNA);
    assertThat(change()).isEqualTo(change(0, List.of(), List.of(ANNA)));
  }

  @Test
  void whoComesBackAtOnceIsNotTold() {
    presence.join(ANNA);
    presence.settle();

    presence.leave(ANNA);
    presence.join(ANNA);

    assertThat(presence.settle()).isFalse();
  }

  @Test
  void anotherNameIsToldAndItsOwnerDoesNotStayBehind() {
    presence.join(ANNA);
    presence.settle();

    presence.leave(ANNA);
    presence.join(RENAMED);
    presence.leave(RENAMED);

    assertThat(change()).isEqualTo(change(0, List.of(), List.of(ANNA)));
    presence.join(ANNA);
    presence.settle();
    presence.leave(ANNA);
    presence.join(RENAMED);
    assertThat(change()).isEqualTo(change(1, List.of(RENAMED), List.of()));
  }

  @Test
  void ofALargeGroupOnlyTheCountIsTold() {
    IntStream.rangeClosed(0, Presence.MAX_NAMES)
        .forEach(i -> presence.join(new Author("g_" + i, "")));

    assertThat(change()).isEqualTo(new Ephemeral.Presence(Presence.MAX_NAMES + 1, List.of()));
    assertThat(presence.now()).isEqualTo(new Ephemeral.Presence(Presence.MAX_NAMES + 1, List.of()));
  }

  @Test
  void whoMissedMoreThanOneChangeIsToldTheWhole() {
    presence.join(ANNA);
    presence.settle();
    long seen = presence.version();
    presence.join(BO);
    presence.settle();

    assertThat(presence.since(seen).news()).isEqualTo(change(2, List.of(BO), List.of()));
    assertThat(presence.since(seen - 1).news())
        .isEqualTo(new Ephemeral.Presence(2, List.of(ANNA, BO)));
  }

  @Test
  void whoComesFirstIsToldTheWholeTheNewcomerIncluded() {
    presence.join(ANNA);

    assertThat(presence.since(Presence.NONE).news())
        .isEqualTo(new Ephemeral.Presence(1, List.of(ANNA)));
  }

  @Test
  void whoWasToldOfSomebodyWhoLeavesBeforeTheNextChangeIsToldThatToo() {
    presence.join(ANNA);
    long seen = presence.since(Presence.NONE).version();

    presence.leave(ANNA);
    presence.join(BO);
    presence.settle();

    assertThat(presence.since(seen).news()).isEqualTo(change(1, List.of(BO), List.of(ANNA)));
  }

  @Test
  void aGroupThatIsSmallAgainIsToldWhole() {
    presence.join(ANNA);
    List<Author> crowd =
        IntStream.range(0, Presence.MAX_NAMES).mapToObj(i -> new Author("c_" + i, "")).toList();
    crowd.forEach(presence::join);
    presence.settle();

    presence.leave(ANNA);

    assertThat(change()).isEqualTo(new Ephemeral.Presence(Presence.MAX_NAMES, crowd));
  }

  private Ephemeral change() {
    assertThat(presence.settle()).isTrue();
    return presence.since(presence.version() - 1).news();
  }

  private static Ephemeral.PresenceChange change(
      int count, List<Author> joined, List<Author> left) {
    return new Ephemeral.PresenceChange(count, joined, left);
  }
}
