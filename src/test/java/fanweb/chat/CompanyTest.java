package fanweb.chat;

import static org.assertj.core.api.Assertions.assertThat;

import fanweb.channel.ChannelLayer;
import fanweb.channel.GroupName;
import fanweb.channel.PassingLayer;
import fanweb.channel.Publication;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The people of one group on two nodes, with a way between them that can be cut. */
class CompanyTest {
  private static final GroupName GROUP = new GroupName("123");
  private static final Author ANNA = new Author("g_1", "Anna");
  private static final Author RENAMED = new Author("g_1", "Anne");
  private static final Author BO = new Author("g_2", "Bo");

  private final Way way = new Way(ChatNode.newLayer());
  private final AtomicLong nanoTime = new AtomicLong(1);
  private final Company here = open("here", 1);
  private final Company there = open("there", 1);

  @Test
  void whoComesAndGoesIsSeenOnEachNode() {
    here.join(ANNA);
    there.join(BO);
    settle();

    assertThat(seen(here)).containsExactlyInAnyOrder(ANNA, BO);
    assertThat(seen(there)).containsExactlyInAnyOrder(ANNA, BO);

    here.leave(ANNA);
    settle();

    assertThat(seen(here)).containsExactly(BO);
    assertThat(seen(there)).containsExactly(BO);
  }

  @Test
  void somebodyOnBothNodesIsOnePersonUntilBothAreGone() {
    here.join(ANNA);
    here.join(ANNA);
    there.join(ANNA);
    settle();
    assertThat(there.presence().now().count()).isEqualTo(1);

    here.leave(ANNA);
    here.leave(ANNA);
    settle();
    assertThat(seen(there)).containsExactly(ANNA);

    there.leave(ANNA);
    settle();
    assertThat(seen(here)).isEmpty();
    assertThat(seen(there)).isEmpty();
  }

  @Test
  void anotherNameIsSeenOnTheOtherNodeAndItsOwnerDoesNotStayBehind() {
    here.join(ANNA);
    settle();
    here.leave(ANNA);
    here.join(RENAMED);
    settle();
    assertThat(seen(there)).containsExactly(RENAMED);

    here.leave(RENAMED);
    settle();
    assertThat(seen(there)).isEmpty();
  }

  @Test
  void aNodeThatOpensTheGroupLaterLearnsWhoIsThereByAsking() {
    here.join(ANNA);
    there.join(BO);
    settle();

    Company late = open("late", 1);
    late.settle();
    settle();

    assertThat(seen(late)).containsExactlyInAnyOrder(ANNA, BO);
  }

  @Test
  void aChangeThatWasDroppedIsMadeUpForWithTheNext() {
    settle();
    way.isCut = true;
    here.join(ANNA);
    settle();
    assertThat(seen(there)).isEmpty();

    way.isCut = false;
    here.join(BO);
    settle();
    settle();

    assertThat(seen(there)).containsExactlyInAnyOrder(ANNA, BO);
  }

  @Test
  void aLayerThatComesBackBringsWhatItDropped() {
    settle();
    way.isCut = true;
    here.join(ANNA);
    settle();

    way.isCut = false;
    there.mayHaveMissed();
    settle();
    settle();

    assertThat(seen(there)).containsExactly(ANNA);
  }

  @Test
  void thePeopleOfANodeThatIsGoneAreGoneAndBackWhenItIsBack() {
    here.join(ANNA);
    settle();

    there.forget("here");
    assertThat(seen(there)).isEmpty();

    there.mayHaveMissed();
    settle();
    settle();
    assertThat(seen(there)).containsExactly(ANNA);
  }

  @Test
  void thePeopleOfANodeThatNobodyKnowsAreGoneWhenItIsSilent() {
    here.join(ANNA);
    settle();

    there.forgetUnknown(Set.of(), nanoTime.get() - 1);
    assertThat(seen(there)).containsExactly(ANNA);
    there.forgetUnknown(Set.of("here"), nanoTime.get() + 1);
    assertThat(seen(there)).containsExactly(ANNA);
    there.forgetUnknown(Set.of(), nanoTime.get() + 1);
    assertThat(seen(there)).isEmpty();
  }

  @Test
  void aNodeThatDoesNotAnswerHasNobodyThere() {
    here.join(ANNA);
    there.join(BO);
    settle();
    way.isCut = true;
    here.leave(ANNA);
    here.close();
    way.isCut = false;

    there.doubt("here");
    there.settle();
    assertThat(seen(there)).containsExactlyInAnyOrder(ANNA, BO);

    nanoTime.addAndGet(Company.ANSWER.plusSeconds(1).toNanos());
    there.settle();
    assertThat(seen(there)).containsExactly(BO);
  }

  @Test
  void aGroupThatIsClosedOnANodeHasNobodyThere() {
    here.join(ANNA);
    settle();

    here.close();

    assertThat(seen(there)).isEmpty();
  }

  @Test
  void aRoomThatClosesAfterTheNextWasOpenedTakesNobodyAway() {
    here.join(ANNA);
    settle();
    Company next = open("here", 2);
    next.join(BO);
    next.settle();

    here.leave(ANNA);
    here.settle();
    here.close();

    assertThat(seen(there)).containsExactly(BO);
  }

  @Test
  void aCrowdIsCountedOverAllNodes() {
    for (int i = 0; i < Presence.MAX_NAMES; i++) {
      here.join(new Author("g_a" + i, ""));
      there.join(new Author("g_b" + i, ""));
    }
    settle();

    assertThat(here.presence().now().count()).isEqualTo(2 * Presence.MAX_NAMES);

    IntStream.range(1, Presence.MAX_NAMES).forEach(i -> here.leave(new Author("g_a" + i, "")));
    IntStream.range(1, Presence.MAX_NAMES).forEach(i -> there.leave(new Author("g_b" + i, "")));
    settle();

    assertThat(seen(there)).extracting(Author::id).containsExactlyInAnyOrder("g_a0", "g_b0");
  }

  @Test
  void whoWritesIsSeenOnTheOtherNodeUntilTheyStopOrAreSilent() {
    here.join(ANNA);
    here.write(ANNA, true);
    settle();
    assertThat(writing(there)).containsExactly(ANNA);

    here.write(ANNA, false);
    settle();
    assertThat(writing(there)).isEmpty();

    here.write(ANNA, true);
    settle();
    nanoTime.addAndGet(Typing.LASTS.plus(Duration.ofSeconds(1)).toNanos());
    settle();
    assertThat(writing(there)).isEmpty();
  }

  @Test
  void whoLeavesDoesNotGoOnWritingOnTheOtherNode() {
    here.join(ANNA);
    here.write(ANNA, true);
    settle();

    here.leave(ANNA);
    settle();

    assertThat(writing(there)).isEmpty();
  }

  private Company open(String node, long number) {
    Company company = new Company(GROUP, new Life(node, number), way, nanoTime::get);
    company.open();
    return company;
  }

  /** What is told by one is settled by the other in the next round. */
  private void settle() {
    for (int round = 0; round < 2; round++) {
      here.settle();
      there.settle();
    }
  }

  private static List<Author> seen(Company company) {
    return company.presence().now().here();
  }

  private static List<Author> writing(Company company) {
    return ((Ephemeral.Typing) company.typing().now().news()).authors();
  }

  /** Brings nothing while it is cut. */
  private static final class Way extends PassingLayer<NodeNote> {
    private boolean isCut;

    Way(ChannelLayer<NodeNote> layer) {
      super(layer);
    }

    @Override
    public void groupSend(GroupName group, Publication<NodeNote> publication) {
      if (!isCut) {
        super.groupSend(group, publication);
      }
    }
  }
}
