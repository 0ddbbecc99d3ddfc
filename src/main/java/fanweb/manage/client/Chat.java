package fanweb.manage.client;

import fanweb.channel.StreamPosition;
import fanweb.manage.ExitCode;
import fanweb.manage.Words;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jline.utils.AttributedString;

/**
 * Somebody in a conversation: what happens is shown, what they type is said. Reads on the thread of
 * its caller and shows on any.
 */
final class Chat implements Hearer {
  /** What the handshake was answered with, in the words of the tutorial. */
  static final String STATUS = "获取连接状态: 101";

  /** How long somebody waits who leaves and has just said something. */
  private static final long PARTING_SECONDS = 5;

  private static final long PRESENCE_SECONDS = 2;

  /** How far a program's input is read ahead of what is stored. */
  private static final int WINDOW = 64;

  private final Screen screen;
  private final Words words;
  private final Clock clock;
  private final History history;
  private final ChatLines lines;
  private final Company company = new Company();
  private final Semaphore window = new Semaphore(WINDOW);
  private final AtomicLong typed = new AtomicLong();
  private final AtomicLong refusals = new AtomicLong();
  private final CompletableFuture<Boolean> inside = new CompletableFuture<>();
  private final CompletableFuture<Boolean> told = new CompletableFuture<>();
  private volatile String own = "";
  private volatile boolean here;

  /** Makes one. The clock has the zone of whoever reads. */
  Chat(Screen screen, Words words, Clock clock, History history) {
    this.screen = screen;
    this.words = words;
    this.clock = clock;
    this.history = history;
    this.lines = new ChatLines(words, clock.getZone());
  }

  /**
   * Talks until there is no more to say, from when one is in the group, and leaves. What became of
   * it is for whoever knows how the conversation ended.
   *
   * @return the exit code when nothing fails
   */
  int talk(Conversation conversation) throws IOException {
    Waiting.on(inside);
    try {
      Optional<String> line = screen.read();
      while (line.isPresent() && take(ChatInput.parse(line.get()), conversation)) {
        line = screen.read();
      }
      part(conversation, !screen.hasPerson());
      return screen.interrupted().isDone() ? ExitCode.INTERRUPTED : ExitCode.OK;
    } catch (Screen.InterruptException e) {
      part(conversation, false);
      return ExitCode.INTERRUPTED;
    }
  }

  /** Whether there may be more. */
  private boolean take(ChatInput input, Conversation conversation) {
    if (input instanceof ChatInput.Leave) {
      return false;
    }
    if (input instanceof ChatInput.Say say) {
      say(say.text(), conversation);
    } else if (input instanceof ChatInput.Who) {
      screen.note(who());
    } else if (input instanceof ChatInput.Latest latest) {
      look(() -> history.latest(latest.count()).events());
    } else if (input instanceof ChatInput.Search search) {
      look(() -> turned(history.search(search.words(), ChatInput.USUAL).events()));
    } else if (input instanceof ChatInput.Help) {
      words.of("chat.help", String.valueOf(ChatInput.USUAL)).lines().forEach(screen::note);
    } else if (input instanceof ChatInput.Unknown unknown) {
      screen.note(words.of("chat.unknown", VisibleText.line(unknown.command())));
    }
    return true;
  }

  /** Nobody types without an end; a program may. */
  private void say(String text, Conversation conversation) {
    if (!screen.hasPerson()) {
      window.acquireUninterruptibly();
    } else if (!here) {
      screen.note(words.of("chat.waits", VisibleText.line(text)));
    }
    conversation.say(new Letter(typed.incrementAndGet(), UUID.randomUUID().toString(), text));
  }

  private static List<JsonObject> turned(List<JsonObject> events) {
    List<JsonObject> turned = new ArrayList<>(events);
    Collections.reverse(turned);
    return turned;
  }

  /** Who is here is told soon after one has come in. */
  private String who() {
    Waiting.on(told.copy().completeOnTimeout(false, PRESENCE_SECONDS, TimeUnit.SECONDS));
    String people = company.people().stream().map(lines::called).collect(Collectors.joining(", "));
    String count = String.valueOf(company.count());
    return people.isEmpty() ? words.of("chat.many", count) : words.of("chat.who", count, people);
  }

  /** Something that is read from the server. */
  private interface Look {
    List<JsonObject> events() throws IOException, History.RefusedException;
  }

  private void look(Look look) {
    try {
      List<JsonObject> events = look.events();
      events.forEach(this::show);
      screen.note(words.of("chat.shown", String.valueOf(events.size())));
    } catch (IOException | History.RefusedException e) {
      screen.note(words.of("chat.not_shown", VisibleText.line(String.valueOf(e.getMessage()))));
    }
  }

  /** Leaves. A program waits until all is stored; a person not for long. */
  private void part(Conversation conversation, boolean patient) {
    CompletableFuture<Void> settled = conversation.settled();
    if (!patient) {
      settled = settled.completeOnTimeout(null, here ? PARTING_SECONDS : 0, TimeUnit.SECONDS);
    }
    Waiting.on(CompletableFuture.anyOf(settled, conversation.over(), screen.interrupted()));
    conversation.leave();
    var unused =
        conversation.over().completeOnTimeout(new End.Left(), PARTING_SECONDS, TimeUnit.SECONDS);
  }

  /** Says what nobody else will read; answers whether that, or a refusal unseen, is a failure. */
  boolean tellFailed(List<Letter> unsent) {
    unsent.forEach(letter -> screen.note(words.of("chat.unsent", VisibleText.line(letter.text()))));
    return !unsent.isEmpty() || (!screen.hasPerson() && refusals.get() > 0);
  }

  private void show(JsonObject event) {
    lines.event(event, own, LocalDate.now(clock)).forEach(screen::show);
  }

  @Override
  public void connected() {
    if (!inside.isDone()) {
      screen.show(new AttributedString(STATUS));
    }
  }

  @Override
  public void entered(Welcome welcome, boolean again) {
    own = welcome.author();
    here = true;
    inside.complete(true);
    if (again) {
      screen.note(words.of("chat.back"));
    }
  }

  @Override
  public void missed(StreamPosition after, Welcome welcome) {
    screen.note(words.of("chat.missed"));
  }

  @Override
  public void happened(JsonObject event) {
    show(event);
  }

  @Override
  public void passed(JsonObject news) {
    company.take(news);
    if (Frames.text(news, "type").equals("presence")) {
      told.complete(true);
    }
  }

  @Override
  public void stored(Letter letter, boolean repeated) {
    window.release();
  }

  @Override
  public void refused(Letter letter, Refusal why) {
    window.release();
    refusals.incrementAndGet();
    screen.note(
        words.of(
            "chat.refused",
            VisibleText.line(letter.text()),
            VisibleText.line(why.code()),
            VisibleText.line(why.message())));
  }

  @Override
  public void delayed(Letter letter, Refusal why) {
    screen.note(words.of("chat.delayed", VisibleText.line(why.message())));
  }

  @Override
  public void away(LineEnd why, Duration wait) {
    here = false;
    screen.note(words.of("chat.away"));
  }
}
