package fanweb.manage.launch;

import fanweb.chat.JsonSpeaker;
import fanweb.system.ServedSocket;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server of one group over real sockets, as far as clients need one: what happens in it, and to
 * their lines, is a test's. Any thread.
 */
final class SmallServer implements Closeable {
  private static final Pattern PAGE = Pattern.compile("after=(\\d+)&epoch=(\\w+) ");

  private final ServerSocket socket;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<ServedSocket> open = new ArrayList<>();
  private final List<String> heads = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();
  private String epoch = "e1";
  private Runnable beforeRead = () -> {};
  private int answered = Integer.MAX_VALUE;
  private boolean unanswered;
  private boolean forgetful;

  SmallServer() throws IOException {
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  /** Where its group is. */
  String url() {
    return "ws://127.0.0.1:" + socket.getLocalPort() + "/ws/g/";
  }

  /** Takes so many messages in, and answers no other. */
  synchronized void fallSilentAfter(int messages) {
    answered = messages;
  }

  /** Whether somebody waits for an answer that does not come. */
  synchronized boolean isUnanswered() {
    return unanswered;
  }

  /** Tells nobody who comes back over the line what they have missed. */
  synchronized void sendToHistory() {
    forgetful = true;
  }

  /** Begins another stream. */
  synchronized void beginAnew(String name) {
    epoch = name;
    texts.clear();
  }

  /** Begins another stream with a message when somebody next reads the history. */
  synchronized void beginAnewWhenRead(String name, String text) {
    beforeRead =
        () -> {
          beginAnew(name);
          texts.add(text);
        };
  }

  /** Whether somebody is in the group. */
  synchronized boolean isInside() {
    return !open.isEmpty();
  }

  /** What was said. */
  synchronized List<String> texts() {
    return List.copyOf(texts);
  }

  /** What was asked for so far, as heads of HTTP. */
  synchronized List<String> heads() {
    return List.copyOf(heads);
  }

  /** Somebody says something. */
  synchronized void say(String text) {
    texts.add(text);
    open.forEach(one -> one.send(event(texts.size()).toString()));
  }

  /** Says goodbye to all. */
  synchronized void sendAway(int code) {
    open.forEach(one -> one.goodbye(code));
    open.clear();
  }

  /** Breaks all lines. */
  synchronized void cut() throws IOException {
    for (ServedSocket one : open) {
      one.cut();
    }
    open.clear();
  }

  private void accept() {
    try {
      while (true) {
        ServedSocket client = new ServedSocket(socket.accept());
        threads.execute(() -> serve(client));
      }
    } catch (IOException e) {
      // Closed: nobody is expected any more.
      threads.shutdown();
    }
  }

  private void serve(ServedSocket client) {
    try (client) {
      String head = client.head();
      synchronized (this) {
        heads.add(head);
      }
      if (head.startsWith("GET /api/")) {
        client.answer(200, page(head));
        return;
      }
      client.shakeHands(head);
      while (true) {
        receive(client, JsonSpeaker.object(client.text()));
      }
    } catch (IOException e) {
      leave(client);
    }
  }

  private synchronized void leave(ServedSocket client) {
    open.remove(client);
  }

  private synchronized void receive(ServedSocket client, JsonObject command) {
    switch (command.getString("type")) {
      case "join" -> join(client, command);
      case "publish" -> publish(client, command);
      default -> client.send("{\"type\":\"pong\"}");
    }
  }

  private void join(ServedSocket client, JsonObject command) {
    int from = command.getInt("offset", texts.size());
    boolean recovered =
        command.getString("epoch", "").equals(epoch)
            && from <= texts.size()
            && (!forgetful || from == texts.size());
    int begin = recovered ? from : texts.size();
    client.send(
        answer("welcome", command)
            .add("offset", begin)
            .add("head", texts.size())
            .add("epoch", epoch)
            .add("recovered", recovered)
            .add("author", "g_me")
            .add("token", "t_mine")
            .build()
            .toString());
    for (int offset = begin + 1; offset <= texts.size(); offset++) {
      client.send(event(offset).toString());
    }
    open.remove(client);
    open.add(client);
  }

  private void publish(ServedSocket client, JsonObject command) {
    if (texts.size() >= answered) {
      unanswered = true;
      return;
    }
    say(command.getString("text"));
    client.send(
        answer("ack", command).add("offset", texts.size()).add("epoch", epoch).build().toString());
  }

  private static JsonObjectBuilder answer(String type, JsonObject command) {
    return Json.createObjectBuilder().add("type", type).add("id", command.getString("id"));
  }

  private JsonObject event(int offset) {
    return Json.createObjectBuilder()
        .add("type", "message")
        .add("offset", offset)
        .add("at", "2026-11-26T08:00:00.000Z")
        .add("author", "g_other")
        .add("name", "")
        .add("text", texts.get(offset - 1))
        .build();
  }

  private synchronized String page(String head) {
    beforeRead.run();
    beforeRead = () -> {};
    Matcher place = PAGE.matcher(head);
    boolean recovered =
        place.find()
            && place.group(2).equals(epoch)
            && Integer.parseInt(place.group(1)) <= texts.size();
    JsonArrayBuilder messages = Json.createArrayBuilder();
    for (int offset = recovered ? Integer.parseInt(place.group(1)) + 1 : Integer.MAX_VALUE;
        offset <= texts.size();
        offset++) {
      messages.add(event(offset));
    }
    return Json.createObjectBuilder()
        .add("messages", messages)
        .add("head", texts.size())
        .add("epoch", epoch)
        .add("floor", 0)
        .add("recovered", recovered)
        .build()
        .toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
    cut();
    threads.shutdownNow();
  }
}
