package fanweb.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fanweb.channel.StreamPosition;
import fanweb.chat.JsonSpeaker;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodySubscribers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Flow;
import javax.net.ssl.SSLContext;

/** A site behind a proxy, with somebody who is signed in and others who are connected. */
final class ProxiedSite implements AutoCloseable {
  /** How many sockets {@link #letIn} opens. */
  static final int NEWCOMERS = 4;

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String GUEST = "Bearer t_" + "A".repeat(43);

  private final ReverseProxy proxy;
  private final String group;
  private final Browsing browser;
  private final List<Member> members = new ArrayList<>();
  private final Stream stream = new Stream();

  /**
   * Makes one with nobody there.
   *
   * @param forged the address that the browser says it comes from
   */
  ProxiedSite(ReverseProxy.Kind kind, ReverseProxy proxy, SSLContext trust, String forged) {
    this.proxy = proxy;
    this.group = "g-" + kind;
    this.browser = Browsing.at(proxy.at("https", "").toString(), trust, forged);
  }

  void signUp() {
    assertThat(browser.signUp(Browsing.newLogin(), "Ann").statusCode()).isEqualTo(303);
    assertSignedIn();
  }

  void assertSignedIn() {
    assertThat(browser.get("/account/").statusCode()).as(group).isEqualTo(200);
  }

  void assertHidden(String... paths) throws Exception {
    for (String path : paths) {
      assertThat(proxy.get(path).body()).as(group + path).doesNotContain("fanweb_connections");
    }
  }

  /** Opens sockets and a stream of events, which hear each other. */
  void join() {
    Member first = new Member();
    // Before anything was said, each node has a stream of its own.
    first.say("the first word");
    members.add(first);
    letIn();
    stream.follow();
    sayAndHear("hello");
  }

  /** Opens sockets that hear each other, whatever becomes of others. */
  void letIn() {
    List<Member> newcomers = new ArrayList<>();
    for (int i = 0; i < NEWCOMERS; i++) {
      newcomers.add(new Member());
    }
    String text = "after " + members.size();
    newcomers.get(0).say(text);
    newcomers.forEach(member -> member.awaitText(text));
    members.addAll(newcomers);
  }

  private void sayAndHear(String text) {
    members.get(0).say(text);
    members.forEach(member -> member.awaitText(text));
    stream.awaitText(text);
  }

  /** Whoever's line broke connects again, and hears what was said meanwhile. */
  void assertEverybodyComesBack() {
    await().atMost(PATIENCE).until(() -> members.stream().anyMatch(Member::isGone));
    Member speaker = new Member();
    String missed = "missed by " + members.size();
    speaker.say(missed);
    members.add(speaker);
    members.forEach(Member::comeBack);
    members.forEach(member -> member.awaitText(missed));
    stream.follow();
    sayAndHear("all back, " + members.size());
  }

  /** Waits until newcomers are led to a node again that was gone. */
  void awaitBothNodes(Callable<Long> connectionsThere) throws Exception {
    long before = connectionsThere.call();
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              members.add(new Member());
              // Passive checks forgive a node when a request to it has ended well.
              proxy.get("/");
              return connectionsThere.call() > before;
            });
  }

  @Override
  public void close() {
    proxy.close();
  }

  /** Somebody who stays in the group. */
  private final class Member {
    private JsonClient client = connect();
    private StreamPosition position = JsonSpeaker.head(client.join());

    /** Tries until somebody answers: a browser does no less. */
    private JsonClient connect() {
      return await()
          .atMost(PATIENCE)
          .ignoreException(CompletionException.class)
          .until(
              () -> JsonClient.connect(proxy.client(), proxy.at("wss", "/ws/" + group + "/")),
              socket -> true);
    }

    boolean isGone() {
      return !client.isOpen();
    }

    void comeBack() {
      if (isGone()) {
        List<Long> offsets = client.offsets();
        if (!offsets.isEmpty()) {
          position = new StreamPosition(position.epoch(), offsets.get(offsets.size() - 1));
        }
        client = connect();
        client.join(position);
      }
    }

    void say(String text) {
      assertThat(client.publish(text).getString("type")).isEqualTo("ack");
    }

    void awaitText(String text) {
      client.awaitOne(
          one -> one.getString("type").equals("message") && one.getString("text").equals(text));
    }
  }

  /** A stream of the group's events, which is asked for again when it ended. */
  private final class Stream implements Flow.Subscriber<String> {
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final Queue<Integer> refusals = new ConcurrentLinkedQueue<>();
    private CompletableFuture<?> reading = CompletableFuture.completedFuture(null);

    void follow() {
      if (reading.isDone()) {
        lines.clear();
        await().atMost(PATIENCE).until(this::isWelcome);
        assertThat(refusals).as(proxy::log).isEmpty();
      }
    }

    private boolean isWelcome() {
      if (reading.isDone()) {
        reading = ask();
      }
      return lines.contains("event: welcome");
    }

    private CompletableFuture<?> ask() {
      HttpRequest request =
          HttpRequest.newBuilder(proxy.at("https", "/api/groups/" + group + "/messages"))
              .headers("Authorization", GUEST, "Accept", "text/event-stream")
              .build();
      return proxy
          .client()
          .sendAsync(
              request,
              answer -> {
                if (answer.statusCode() != 200) {
                  refusals.add(answer.statusCode());
                }
                return BodySubscribers.fromLineSubscriber(this);
              });
    }

    /** Longer than a proxy would keep it back. */
    void awaitText(String text) {
      await().atMost(PATIENCE).until(() -> lines.stream().anyMatch(line -> line.contains(text)));
    }

    @Override
    public void onSubscribe(Flow.Subscription all) {
      all.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
      lines.add(line);
    }

    @Override
    public void onError(Throwable failure) {
      // The next request tells whether that matters.
    }

    @Override
    public void onComplete() {
      // Asked for again.
    }
  }
}
