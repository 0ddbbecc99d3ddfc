package fanweb.manage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.util.Objects;

/**
 * Tells a pipe that nobody reads from all else that keeps one from writing. Java has the system's
 * words for it alone, which are in the system's language.
 */
public final class BrokenPipe {
  private BrokenPipe() {}

  /** Whether that was why something could not be written. Any thread. */
  public static boolean is(IOException failure) {
    return Objects.equals(failure.getMessage(), words());
  }

  /** What is said here of a pipe that is broken for certain. */
  private static String words() {
    try {
      Pipe pipe = Pipe.open();
      pipe.source().close();
      try (Pipe.SinkChannel sink = pipe.sink()) {
        sink.write(ByteBuffer.allocate(1));
        return "";
      }
    } catch (IOException e) {
      return "" + e.getMessage();
    }
  }
}
