package fanweb.chat.rest;

import fanweb.account.Identity;
import fanweb.channel.GroupName;
import fanweb.channel.StreamPosition;
import fanweb.chat.ChatCommand;
import fanweb.chat.ChatConsumer;
import fanweb.chat.ChatReply;
import fanweb.chat.Connection;
import fanweb.chat.Dialect;
import fanweb.chat.Ending;
import fanweb.chat.Place;
import fanweb.chat.SendLimit;
import fanweb.chat.protocol.EventStreamDialect;
import fanweb.platform.RefusedException;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Those on this node who follow a group as server-sent events. Each is a connection of the chat
 * like any other, from its first byte until its line is gone. Any thread.
 */
@Singleton
final class EventStreams {
  /** Between two comments: less than what proxies cut an idle line after. */
  private static final int COMMENT_SECONDS = 25;

  private final Set<Connection> open = ConcurrentHashMap.newKeySet();
  private final Dialect dialect = new EventStreamDialect("");
  private final ChatConsumer consumer;
  private final AddressGate gate;

  @Resource private @Nullable ManagedScheduledExecutorService scheduler;
  private @Nullable ScheduledFuture<?> comments;

  @Inject
  EventStreams(ChatConsumer consumer, AddressGate gate) {
    this.consumer = consumer;
    this.gate = gate;
  }

  void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
    if (scheduler != null) {
      comments =
          scheduler.scheduleWithFixedDelay(
              this::comment, COMMENT_SECONDS, COMMENT_SECONDS, TimeUnit.SECONDS);
    }
  }

  /**
   * Begins an answer that tells what happens in a group.
   *
   * @param reader who, from where
   * @throws RefusedException when too many connections come from the client's address
   */
  void begin(
      HttpServletRequest request, HttpServletResponse response, GroupName group, Reader reader)
      throws IOException {
    Place place = gate.enter(request);
    try {
      describe(response);
      AsyncContext context = request.startAsync();
      context.setTimeout(0);
      // A client that does not read has left the chat long before its line breaks.
      context.addListener(new EndOfRequest(place::close));
      tellFrom(reader, group, context);
    } catch (IOException | RuntimeException e) {
      place.close();
      throw e;
    }
  }

  private static void describe(HttpServletResponse response) {
    response.setContentType("text/event-stream");
    response.setCharacterEncoding("UTF-8");
    response.setHeader("Cache-Control", "no-store");
    // Or a proxy keeps events back until it has enough of them.
    response.setHeader("X-Accel-Buffering", "no");
  }

  private void tellFrom(Reader reader, GroupName group, AsyncContext context) throws IOException {
    ServletResponse response = context.getResponse();
    EventStreamOutlet outlet = new EventStreamOutlet(context, response.getOutputStream());
    // Nothing is ever said over it.
    Place free = new Place(SendLimit.of(0, 1));
    Connection connection = consumer.connect(outlet, dialect, free, reader.caller());
    open.add(connection);
    outlet.whenEnded(() -> leave(connection));
    context.addListener(new EndOfRequest(() -> leave(connection)));
    consumer.receive(
        connection, null, new ChatCommand.Join(group, null, reader.name(), reader.after()));
    response.getOutputStream().setWriteListener(outlet);
  }

  private void leave(Connection connection) {
    if (open.remove(connection)) {
      consumer.disconnect(connection);
    }
  }

  private void comment() {
    open.forEach(connection -> connection.reply(null, new ChatReply.Pong()));
  }

  @PreDestroy
  void stop() {
    if (comments != null) {
      comments.cancel(false);
    }
    open.forEach(connection -> connection.end(Ending.GOING_AWAY));
  }

  /**
   * Who follows, from where.
   *
   * @param caller not nobody
   * @param name what others read who see the reader; null: nothing
   * @param after what was read last; nothing: whatever comes from now on
   */
  record Reader(Identity caller, @Nullable String name, Optional<StreamPosition> after) {}
}
