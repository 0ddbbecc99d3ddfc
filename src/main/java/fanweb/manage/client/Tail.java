package fanweb.manage.client;

import fanweb.channel.StreamPosition;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells a group's events one after the other, none twice and none left out: over a line that is
 * kept up, and by the pages of its history where more is missing than is told over a line. Events
 * are told on whatever thread; what the consumer throws ends it.
 */
final class Tail {
  private final ServerOptions.Server server;
  private final Backoff backoff;
  private final boolean untilHead;
  private final Consumer<JsonObject> out;
  private final Consumer<LineEnd> away;

  /** The latest event that is wanted; first known when one is in the group. */
  private long last = Long.MAX_VALUE;

  /**
   * Makes one.
   *
   * @param untilHead whether to end with the latest that is there at the beginning
   * @param out takes each event
   * @param away hears of each lost line
   */
  Tail(
      ServerOptions.Server server,
      Backoff backoff,
      boolean untilHead,
      Consumer<JsonObject> out,
      Consumer<LineEnd> away) {
    this.server = server;
    this.backoff = backoff;
    this.untilHead = untilHead;
    this.out = out;
    this.away = away;
  }

  /**
   * Tells what happens from somewhere on; answers why it ended.
   *
   * @throws GapException when what comes next cannot be told
   */
  End run(Beginning where) throws GapException {
    Beginning next = where;
    while (true) {
      Following following = new Following();
      End end = following.run(next);
      if (following.missing == null) {
        return end;
      }
      try {
        next = Beginning.after(catchUp(following.missing));
      } catch (History.RefusedException e) {
        return new End.NoLine(e.answer());
      } catch (IOException e) {
        return new End.NoLine(new LineEnd.Broken(e));
      }
    }
  }

  /** Tells the pages after a place; answers where they end. */
  private StreamPosition catchUp(StreamPosition from)
      throws GapException, History.RefusedException, IOException {
    StreamPosition place = from;
    while (true) {
      Page page = patiently(place);
      if (!page.recovered()) {
        throw gap(place, page);
      }
      page.events().stream().filter(this::isWanted).forEach(out);
      if (page.events().isEmpty() || page.last() >= Math.min(last, page.head().offset())) {
        return new StreamPosition(place.epoch(), page.last());
      }
      place = new StreamPosition(place.epoch(), page.last());
    }
  }

  private GapException gap(StreamPosition place, Page page) {
    GapException gap = new GapException(place, page);
    if (gap.isAnew()) {
      // The latest that was wanted was one of the earlier stream's.
      last = Long.MAX_VALUE;
    }
    return gap;
  }

  private boolean isWanted(JsonObject event) {
    return Frames.number(event, "offset").orElse(0) <= last;
  }

  /** A page, asked for again while nobody answers: the line before it was open, so it is there. */
  private Page patiently(StreamPosition place) throws History.RefusedException, IOException {
    Duration waited = Duration.ZERO;
    for (int attempt = 0; ; attempt++) {
      try {
        return server.history().after(place);
      } catch (IOException e) {
        if (server.giveUp() != null && waited.compareTo(server.giveUp()) >= 0) {
          throw e;
        }
        away.accept(new LineEnd.Broken(e));
        Duration wait = backoff.afterRefusal(attempt);
        waited = waited.plus(wait);
        pause(wait);
      }
    }
  }

  private static void pause(Duration wait) {
    CompletableFuture.runAsync(
            () -> {}, CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS))
        .join();
  }

  /** Tells what comes over the line, as long as nothing is missing. */
  private final class Following implements Hearer {
    private @Nullable StreamPosition missing;
    private boolean over;
    private final Conversation conversation = server.conversation(this);

    End run(Beginning where) {
      try (conversation) {
        conversation.begin(where);
        return Waiting.on(conversation.over());
      }
    }

    @Override
    public void entered(Welcome welcome, boolean again) {
      if (!over) {
        limit(welcome);
        endWith(welcome.position().offset());
      }
    }

    private void limit(Welcome welcome) {
      if (untilHead && last == Long.MAX_VALUE) {
        last = welcome.head();
      }
    }

    @Override
    public void missed(StreamPosition after, Welcome welcome) {
      if (!over) {
        missing = after;
        limit(welcome);
        end();
      }
    }

    @Override
    public void happened(JsonObject event) {
      if (!over) {
        out.accept(event);
        endWith(Frames.number(event, "offset").orElse(0));
      }
    }

    @Override
    public void away(LineEnd why, Duration wait) {
      away.accept(why);
    }

    private void endWith(long offset) {
      if (offset >= last) {
        end();
      }
    }

    private void end() {
      over = true;
      conversation.leave();
    }
  }
}
