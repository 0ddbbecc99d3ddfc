package fanweb.manage.client;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A server of which a test says every word. */
final class SpokenServer implements Line.Dialer {
  private final List<JsonObject> heard = new ArrayList<>();
  private Line.@Nullable Listener client;
  private int dials;
  private int asked;

  @Override
  public void dial(Line.Listener listener) {
    client = listener;
    dials++;
  }

  /** How often somebody tried to connect. */
  int dials() {
    return dials;
  }

  /** How many frames were asked for on this line and have not come. */
  int asked() {
    return asked;
  }

  /** Lets the latest one in. */
  void open() {
    open(Frames.PROTOCOL);
  }

  void open(String protocol) {
    asked = 0;
    client().opened(new OpenLine(), protocol);
  }

  /** Says something. */
  void say(String frame) {
    asked--;
    client().heard(frame.replace('\'', '"'));
  }

  /** Ends the line. */
  void end(LineEnd why) {
    client().ended(why);
  }

  private Line.Listener client() {
    if (client == null) {
      throw new AssertionError("nobody has dialled");
    }
    return client;
  }

  /** All that it was told since this was asked last. */
  List<JsonObject> heard() {
    List<JsonObject> all = List.copyOf(heard);
    heard.clear();
    return all;
  }

  private final class OpenLine implements Line {
    @Override
    public CompletableFuture<?> send(String frame) {
      Frames.objects(frame).forEach(heard::add);
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public void more() {
      asked++;
    }

    @Override
    public CompletableFuture<?> close() {
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public void drop() {
      // Nothing is kept.
    }
  }
}
