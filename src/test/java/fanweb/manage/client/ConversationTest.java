package fanweb.manage.client;

import static org.assertj.core.api.Assertions.assertThat;

import fanweb.channel.StreamPosition;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ConversationTest {
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final LineEnd BROKEN = new LineEnd.Broken(new IOException("cut"));

  private final HandTimers timers = new HandTimers();
  private final SpokenServer server = new SpokenServer();
  private final Notes notes = new Notes();

  private Conversation begin(Beginning where) {
    return begin(where, new Conversation.Manner("Ann", backoff(), null));
  }

  private Conversation begin(Beginning where, Conversation.Manner manner) {
    Conversation conversation =
        new Conversation(server, timers, manner, notes, new CompletableFuture<>());
    conversation.begin(where);
    return conversation;
  }

  private static Backoff backoff() {
    return new Backoff(new Random(7));
  }

  /** Somebody who is in the group, at offset 5. */
  private Conversation inside() {
    Conversation conversation = begin(Beginning.NOW);
    server.open();
    welcome("join-1", 5, 5, false);
    server.heard();
    return conversation;
  }

  private void welcome(String id, long offset, long head, boolean recovered) {
    welcome(id, offset, head, "e", recovered);
  }

  private void welcome(String id, long offset, long head, String epoch, boolean recovered) {
    server.say(
        String.format(
            "{'type':'welcome','id':'%s','offset':%d,'head':%d,'epoch':'%s','recovered':%s,"
                + "'author':'g_me','name':'Ann','token':'t_mine'}",
            id, offset, head, epoch, recovered));
  }

  private static String event(long offset) {
    return String.format("{'type':'message','offset':%d,'text':'text %d'}", offset, offset);
  }

  private static String ack(String id, long offset) {
    return String.format("{'type':'ack','id':'%s','offset':%d,'epoch':'e'}", id, offset);
  }

  private static Letter letter(int number) {
    return new Letter(number, "k-" + number, "text " + number);
  }

  /** What was heard, as {@code type} or {@code publish k-1}. */
  private List<String> heard() {
    return server.heard().stream()
        .map(one -> (one.getString("type") + " " + Frames.text(one, "key")).strip())
        .toList();
  }

  @Test
  void what_happens_is_told_once_and_in_order() {
    inside();

    server.say(event(6) + "\n" + event(7) + "\n" + event(6));
    server.say("no JSON\n\n" + event(8));

    assertThat(notes.offsets).containsExactly(6L, 7L, 8L);
  }

  @Test
  void no_more_is_read_than_was_told() {
    inside();
    assertThat(server.asked()).isEqualTo(1);

    server.say(event(6));

    assertThat(server.asked()).isEqualTo(1);
  }

  @Test
  void a_hole_in_the_offsets_ends_in_another_join_from_before_it() {
    inside();

    server.say(event(7) + "\n" + event(8));

    JsonObject join = server.heard().get(0);
    assertThat(join.getInt("offset")).isEqualTo(5);
    assertThat(join.getString("epoch")).isEqualTo("e");
    welcome("join-2", 5, 8, true);
    server.say(event(6) + "\n" + event(7) + "\n" + event(8));
    assertThat(notes.offsets).containsExactly(6L, 7L, 8L);
  }

  @Test
  void a_reset_ends_in_another_join_from_what_was_told_last() {
    inside();
    server.say(event(6));

    server.say("{'type':'reset','group':'lobby','head':5000,'epoch':'e'}");

    assertThat(server.heard().get(0).getInt("offset")).isEqualTo(6);
  }

  @Test
  void an_offset_of_whatever_stream_there_is_is_asked_for_with_its_epoch() {
    begin(Beginning.after(2));
    server.open();
    assertThat(server.heard().get(0)).doesNotContainKey("offset");
    welcome("join-1", 5, 5, false);

    JsonObject join = server.heard().get(0);
    assertThat(join.getInt("offset")).isEqualTo(2);
    assertThat(join.getString("epoch")).isEqualTo("e");
    server.say(event(6));
    welcome("join-2", 2, 6, true);
    server.say(event(3));
    assertThat(notes.offsets).containsExactly(3L);
    assertThat(notes.told).containsExactly("connected", "entered");
  }

  @Test
  void whoever_comes_back_is_who_they_were_and_goes_on_where_they_were() {
    inside();
    server.say(event(6));

    server.end(BROKEN);
    timers.pass(LONG);
    server.open();

    JsonObject join = server.heard().get(0);
    assertThat(join.getString("token")).isEqualTo("t_mine");
    assertThat(join.getString("name")).isEqualTo("Ann");
    assertThat(join.getInt("offset")).isEqualTo(6);
    welcome("join-2", 6, 7, true);
    server.say(event(7));
    assertThat(notes.offsets).containsExactly(6L, 7L);
    assertThat(notes.told).containsExactly("connected", "entered", "away", "connected", "again");
  }

  @Test
  void what_cannot_be_told_any_more_is_told_of() {
    inside();
    server.end(BROKEN);
    timers.pass(LONG);
    server.open();

    welcome("join-2", 2, 2, "other", false);
    server.say(event(3));

    assertThat(notes.missed).containsExactly(new StreamPosition("e", 5));
    assertThat(notes.offsets).containsExactly(3L);
  }

  @Test
  void one_letter_is_on_its_way_at_a_time() {
    Conversation conversation = inside();
    conversation.say(letter(1));
    conversation.say(letter(2));
    assertThat(heard()).containsExactly("publish k-1");

    server.say(ack("k-1", 6));

    assertThat(heard()).containsExactly("publish k-2");
    server.say(ack("k-2", 7).replace("}", ",'repeated':true}"));
    assertThat(notes.stored).containsExactly("1", "2 repeated");
  }

  @Test
  void what_was_on_its_way_when_the_line_broke_is_sent_again_under_its_key() {
    Conversation conversation = inside();
    conversation.say(letter(1));
    server.heard();

    server.end(BROKEN);
    conversation.say(letter(2));
    timers.pass(LONG);
    server.open();
    assertThat(heard()).containsExactly("join");
    welcome("join-2", 5, 6, true);

    assertThat(heard()).containsExactly("publish k-1");
    server.say(ack("k-1", 6));
    assertThat(heard()).containsExactly("publish k-2");
  }

  @Test
  void what_is_not_answered_is_sent_again_under_its_key() {
    Conversation conversation = inside();
    conversation.say(letter(1));

    timers.pass(Duration.ofSeconds(12));

    assertThat(heard())
        .filteredOn(one -> !one.equals("ping"))
        .hasSize(2)
        .containsOnly("publish k-1");
    server.say(ack("k-1", 6));
    server.say(ack("k-1", 6));
    assertThat(notes.stored).containsExactly("1");
  }

  @Test
  void whoever_is_too_fast_waits_a_second_at_least() {
    Conversation conversation = inside();
    conversation.say(letter(1));
    conversation.say(letter(2));
    server.heard();

    server.say("{'type':'error','id':'k-1','code':'too_fast','message':'!','temporary':true}");

    timers.pass(Duration.ofMillis(999));
    assertThat(heard()).isEmpty();
    timers.pass(Duration.ofMillis(1001));
    assertThat(heard()).containsExactly("publish k-1");
    assertThat(notes.told).contains("delayed 1");
  }

  @Test
  void a_refusal_is_the_end_of_one_letter_and_not_of_those_behind_it() {
    Conversation conversation = inside();
    conversation.say(letter(1));
    conversation.say(letter(2));

    server.say("{'type':'error','id':'k-1','code':'muted','message':'!','temporary':false}");

    assertThat(notes.told).contains("refused 1 muted");
    assertThat(heard()).containsExactly("publish k-1", "publish k-2");
  }

  @Test
  void a_frame_that_is_too_long_ends_its_letter_and_not_the_conversation() {
    Conversation conversation = inside();
    conversation.say(letter(1));
    conversation.say(letter(2));
    server.heard();

    server.end(new LineEnd.Closed(4503, "too long"));

    assertThat(notes.told).contains("refused 1 too_long");
    server.open();
    welcome("join-2", 5, 5, true);
    assertThat(heard()).containsExactly("join", "publish k-2");
    assertThat(conversation.over()).isNotDone();
  }

  @Test
  void nor_when_it_takes_longer_to_arrive_than_an_answer_is_waited_for() {
    Conversation conversation = inside();
    conversation.say(letter(1));
    timers.pass(Connection.PATIENCE);
    server.heard();

    server.end(new LineEnd.Closed(4503, "too long"));

    assertThat(notes.told).contains("refused 1 too_long");
    assertThat(conversation.over()).isNotDone();
  }

  @Test
  void a_join_that_is_not_answered_is_sent_again() {
    begin(Beginning.after(3));
    server.open();
    timers.pass(Connection.PATIENCE);
    assertThat(server.heard())
        .filteredOn(one -> one.getString("type").equals("join"))
        .extracting(one -> one.getString("id"))
        .containsExactly("join-1", "join-2");

    welcome("join-1", 0, 5, false);
    assertThat(server.heard()).isEmpty();
    welcome("join-2", 0, 5, false);
    assertThat(server.heard()).hasSize(1);
  }

  @Test
  void it_is_settled_when_all_is_stored_and_was_told() {
    Conversation conversation = inside();
    conversation.say(letter(1));
    CompletableFuture<Void> settled = conversation.settled();

    server.say(ack("k-1", 6));
    assertThat(settled).isNotDone();
    server.say(event(6));

    assertThat(settled).isDone();
  }

  @Test
  void nothing_is_settled_before_one_has_been_in_the_group() {
    Conversation conversation = begin(Beginning.NOW);
    CompletableFuture<Void> settled = conversation.settled();
    server.open();
    assertThat(settled).isNotDone();

    welcome("join-1", 5, 5, false);

    assertThat(settled).isDone();
  }

  @Test
  void the_first_line_that_cannot_be_had_is_the_end() {
    Conversation conversation = begin(Beginning.NOW);

    server.end(BROKEN);

    assertThat(conversation.over()).isCompletedWithValue(new End.NoLine(BROKEN));
  }

  @Test
  void a_server_that_does_not_agree_to_the_protocol_is_the_end() {
    Conversation conversation = begin(Beginning.NOW);

    server.open("");

    assertThat(conversation.over())
        .isCompletedWithValue(new End.NoLine(new LineEnd.OtherProtocol()));
  }

  @Test
  void whoever_is_sent_away_for_good_does_not_come_back() {
    Conversation conversation = inside();
    conversation.say(letter(1));
    LineEnd banned = new LineEnd.Closed(4501, "banned");

    server.end(banned);
    timers.pass(LONG);

    assertThat(conversation.over()).isCompletedWithValue(new End.NoLine(banned));
    assertThat(conversation.unsent()).isCompletedWithValue(List.of(letter(1)));
    assertThat(server.dials()).isEqualTo(1);
  }

  @Test
  void whoever_is_sent_away_for_now_comes_back_and_a_restarting_proxy_does_not_matter() {
    Conversation conversation = inside();

    for (LineEnd end :
        List.of(
            new LineEnd.Closed(4000, "stopping"),
            new LineEnd.Closed(1000, ""),
            new LineEnd.Answered(404, ""),
            new LineEnd.Answered(502, ""),
            BROKEN)) {
      server.end(end);
      timers.pass(Duration.ofSeconds(31));
    }

    assertThat(server.dials()).isEqualTo(6);
    LineEnd revoked = new LineEnd.Answered(401, "nobody's");
    server.end(revoked);
    assertThat(conversation.over()).isCompletedWithValue(new End.NoLine(revoked));
  }

  @Test
  void a_line_that_says_nothing_is_asked_and_then_given_up() {
    inside();

    timers.pass(Duration.ofSeconds(10));
    assertThat(heard()).containsExactly("ping");
    server.say("{'type':'pong'}");
    timers.pass(Duration.ofSeconds(19));
    assertThat(notes.told).doesNotContain("away");
    timers.pass(Duration.ofSeconds(1));

    assertThat(notes.told).contains("away");
  }

  @Test
  void whoever_gives_up_after_a_while_does_so() {
    Conversation conversation =
        begin(Beginning.NOW, new Conversation.Manner("", backoff(), Duration.ofSeconds(60)));
    server.open();

    for (int i = 0; i < 20 && !conversation.over().isDone(); i++) {
      server.end(BROKEN);
      timers.pass(Duration.ofSeconds(30));
    }

    assertThat(conversation.over()).isCompletedWithValue(new End.NoLine(BROKEN));
    assertThat(server.dials()).isBetween(2, 5);
  }

  @Test
  void whoever_is_not_let_in_is_told_why_and_whoever_must_wait_waits() {
    Conversation conversation = begin(Beginning.NOW);
    server.open();
    server.heard();
    server.say(
        "{'type':'error','id':'join-1','code':'unavailable','message':'!','temporary':true}");
    timers.pass(Duration.ofSeconds(1));
    assertThat(heard()).containsExactly("join");

    server.say(
        "{'type':'error','id':'join-2','code':'not_allowed','message':'no','temporary':false}");

    assertThat(conversation.over())
        .isCompletedWithValue(new End.ShutOut(new Refusal("not_allowed", "no", false)));
  }

  @Test
  void what_an_earlier_line_still_says_is_not_listened_to() {
    Conversation conversation = inside();
    conversation.leave();

    server.say(event(6));

    assertThat(notes.offsets).isEmpty();
    assertThat(conversation.over()).isCompletedWithValue(new End.Left());
  }

  /** Notes all that it is told. */
  private static final class Notes implements Hearer {
    private final List<String> told = new ArrayList<>();
    private final List<String> stored = new ArrayList<>();
    private final List<Long> offsets = new ArrayList<>();
    private final List<StreamPosition> missed = new ArrayList<>();

    @Override
    public void connected() {
      told.add("connected");
    }

    @Override
    public void entered(Welcome welcome, boolean again) {
      told.add(again ? "again" : "entered");
    }

    @Override
    public void missed(StreamPosition after, Welcome welcome) {
      missed.add(after);
    }

    @Override
    public void happened(JsonObject event) {
      offsets.add(event.getJsonNumber("offset").longValueExact());
    }

    @Override
    public void stored(Letter letter, boolean repeated) {
      stored.add(letter.number() + (repeated ? " repeated" : ""));
    }

    @Override
    public void refused(Letter letter, Refusal why) {
      told.add("refused " + letter.number() + " " + why.code());
    }

    @Override
    public void delayed(Letter letter, Refusal why) {
      told.add("delayed " + letter.number());
    }

    @Override
    public void away(LineEnd why, Duration wait) {
      told.add("away");
    }
  }
}
