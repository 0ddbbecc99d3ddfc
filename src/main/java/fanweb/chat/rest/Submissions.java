package fanweb.chat.rest;

import fanweb.account.Identity;
import fanweb.channel.GroupName;
import fanweb.chat.Author;
import fanweb.chat.ChatEvent;
import fanweb.chat.ChatService;
import fanweb.chat.ChatSettings;
import fanweb.chat.Draft;
import fanweb.chat.GroupSettings;
import fanweb.chat.GroupView;
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
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What is said and changed over HTTP, on its way into the chat. Any thread; blocks. */
@Singleton
final class Submissions {
  /** Longer than the chat itself keeps anybody waiting. */
  private static final int PATIENCE_SECONDS = 20;

  /** How often a change of settings is made again that others came before. */
  private static final int TRIES = 10;

  private static final Outcome OUTDATED = new Outcome.Refused(Refusal.OUTDATED);

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
    demandTurn(caller, key);
    return answer(group, caller, outcome(Draft.of(group, key, caller, event.apply(now()))));
  }

  /**
   * Stores and tells a change of a group's settings, which is made again when somebody else's came
   * first.
   *
   * @param change makes the new settings of those that hold
   * @throws RefusedException when it was refused
   */
  StoredAnswer configure(GroupName group, Identity caller, UnaryOperator<GroupSettings> change) {
    demandTurn(caller, null);
    for (int attempt = 1; ; attempt++) {
      GroupSettings old = groups.look(group, GroupView::storedSettings);
      ChatEvent event =
          new ChatEvent.SettingsChanged(now(), Author.of(caller, ""), change.apply(old));
      Outcome outcome = outcome(Draft.of(group, null, caller, event).having(old));
      if (attempt == TRIES || !outcome.equals(OUTDATED)) {
        return answer(group, caller, outcome);
      }
    }
  }

  private void demandTurn(Identity caller, @Nullable String key) {
    if (key != null && !Draft.isKey(key)) {
      throw RefusedException.invalid(
          Fault.inHeader(
              "Idempotency-Key",
              "must be 1 to " + Draft.MAX_KEY + " printable ASCII characters without blanks"));
    }
    if (!limits.allows(caller.author())) {
      throw Problems.of(Refusal.TOO_FAST);
    }
  }

  private StoredAnswer answer(GroupName group, Identity caller, Outcome outcome) {
    if (outcome instanceof Outcome.Stored stored) {
      return StoredAnswer.of(stored, caller);
    }
    throw problem(group, ((Outcome.Refused) outcome).refusal());
  }

  private Outcome outcome(Draft draft) {
    return turns.take(() -> await(draft));
  }

  private Outcome await(Draft draft) {
    try {
      return service.submit(draft).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Outcome.Refused(Refusal.UNAVAILABLE);
    } catch (ExecutionException | TimeoutException e) {
      return new Outcome.Refused(Refusal.UNAVAILABLE);
    }
  }

  /** What is told in milliseconds is stored in milliseconds. */
  private Instant now() {
    return Instant.ofEpochMilli(clock.millis());
  }

  private RefusedException problem(GroupName group, Refusal refusal) {
    return refusal == Refusal.SLOW_MODE
        ? Problems.of(refusal, groups.look(group, view -> view.settings().slowSeconds()))
        : Problems.of(refusal);
  }
}
