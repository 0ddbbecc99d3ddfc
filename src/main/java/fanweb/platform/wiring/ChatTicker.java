package fanweb.platform.wiring;

import fanweb.chat.ChatConsumer;
import fanweb.chat.ChatService;
import fanweb.chat.Node;
import fanweb.chat.Retention;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;

/** Calls what is due in the chat of this node again and again, from its start to its end. */
@Singleton
public final class ChatTicker {
  private static final Duration TICK = Duration.ofMillis(250);
  private static final Duration WATCH = Duration.ofSeconds(1);
  private static final Duration DEPART = Duration.ofSeconds(2);
  private static final Duration RETIRE = Duration.ofMinutes(1);
  private static final Duration RECOGNISE = Duration.ofMinutes(1);

  private final ChatService service;
  private final ChatConsumer consumer;
  private final Retention retention;
  private final ChatChanges changes;
  private final InstantSource clock;
  private final Ticker ticker;

  @Inject
  ChatTicker(
      ChatService service,
      ChatConsumer consumer,
      Retention retention,
      ChatChanges changes,
      Node node) {
    this.service = service;
    this.consumer = consumer;
    this.retention = retention;
    this.changes = changes;
    this.clock = node.clock();
    this.ticker = new Ticker(node.blocking(), System.getLogger(ChatTicker.class.getName()));
  }

  void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
    ticker.every(TICK, "tick", service::tick);
    ticker.every(WATCH, "watch", consumer::endStuck);
    ticker.every(DEPART, "depart", changes::depart);
    ticker.every(RECOGNISE, "recognise", consumer::recognise);
    ticker.every(RETIRE, "retire", () -> retention.retire(clock.instant()));
  }

  @PreDestroy
  void stop() {
    ticker.stop();
  }
}
