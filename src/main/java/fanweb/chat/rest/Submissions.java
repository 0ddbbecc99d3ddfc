package fanweb.chat.rest;

import fanweb.account.Identity;
import fanweb.channel.GroupName;
import fanweb.chat.ChatEvent;
import fanweb.chat.ChatService;
import fanweb.chat.ChatSettings;
import fanweb.chat.Draft;
import fanweb.chat.Outcome;
import fanweb.chat.Refusal;
import fanweb.chat.SendLimits;
import fanweb.platform.Fault;
import fanweb.platform.RefusedException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is said and changed over HTTP, on its way into the chat. Any thread; blocks. */
@Singleton
final class Submissions {
  /** Longer than the chat itself keeps anybody waiting. */
  private static final int PATIENCE_SECONDS = 20;

  private final ChatService service;
  private final Groups groups;
  private final Turns turns;
  private final SendLimits limits;
  private final Clock clock = Clock.systemUTC();

  @Inject
  Submissions(ChatService service, Groups groups, Turns turns, ChatSettings settings) {
    this.service = service;
    this.groups = groups;
    this.turns = turns;
    this.limits = new SendLimits(settings.ratePerSecond(), settings.rateBurst());
  }

  /**
   * Stores and tells an event.
   *
   * @param key see {@link Draft#key}
   * @param event makes it, given when it came in
   * @throws RefusedException when it was refused
   */
  StoredAnswer submit(
      GroupName group, Identity caller, @Nullable String key, Function<Instant, ChatEvent> event) {
    if (key != null && !Draft.isKey(key)) {
      throw RefusedException.invalid(
          Fault.inHeader(
              "Idempotency-Key",
              "must be 1 to " + Draft.MAX_KEY + " printable ASCII characters without blanks"));
    }
    if (!limits.allows(caller.author())) {
      throw Problems.of(Refusal.TOO_FAST);
    }
    // What is told in milliseconds is stored in milliseconds.
    ChatEvent made = event.apply(Instant.ofEpochMilli(clock.millis()));
    Draft draft = Draft.of(group, key, caller, made);
    Outcome outcome = turns.take(() -> outcome(draft));
    if (outcome instanceof Outcome.Stored stored) {
      return StoredAnswer.of(stored, caller);
    }
    throw problem(group, ((Outcome.Refused) outcome).refusal());
  }

  private Outcome outcome(Draft draft) {
    try {
      return service.submit(draft).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Outcome.Refused(Refusal.UNAVAILABLE);
    } catch (ExecutionException | TimeoutException e) {
      return new Outcome.Refused(Refusal.UNAVAILABLE);
    }
  }

  private RefusedException problem(GroupName group, Refusal refusal) {
    return refusal == Refusal.SLOW_MODE
        ? Problems.of(refusal, groups.look(group, view -> view.settings().slowSeconds()))
        : Problems.of(refusal);
  }
}
