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
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Calls what is due in the chat of this node again and again, from its start to its end. */
@Singleton
public final class ChatTicker {
  private static final Logger LOG = System.getLogger(ChatTicker.class.getName());
  private static final Duration TICK = Duration.ofMillis(250);
  private static final Duration WATCH = Duration.ofSeconds(1);
  private static final Duration RETIRE = Duration.ofMinutes(1);
  private static final Duration RECOGNISE = Duration.ofMinutes(1);

  private final ChatService service;
  private final ChatConsumer consumer;
  private final Retention retention;
  private final Node node;
  private List<ScheduledFuture<?>> running = List.of();

  @Inject
  ChatTicker(ChatService service, ChatConsumer consumer, Retention retention, Node node) {
    this.service = service;
    this.consumer = consumer;
    this.retention = retention;
    this.node = node;
  }

  void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
    running =
        List.of(
            every(TICK, "tick", service::tick),
            every(WATCH, "watch", consumer::endStuck),
            every(RECOGNISE, "recognise", consumer::recognise),
            every(RETIRE, "retire", () -> retention.retire(node.clock().instant())));
  }

  private ScheduledFuture<?> every(Duration delay, String what, Runnable work) {
    long millis = delay.toMillis();
    return node.blocking()
        .scheduleWithFixedDelay(guarded(what, work), millis, millis, TimeUnit.MILLISECONDS);
  }

  @PreDestroy
  void stop() {
    running.forEach(task -> task.cancel(false));
  }

  /** What throws is not called again by the scheduler. */
  private static Runnable guarded(String what, Runnable work) {
    return () -> {
      try {
        work.run();
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, "event=" + what + "_failed", e);
      }
    };
  }
}
