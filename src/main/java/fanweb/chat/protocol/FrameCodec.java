package fanweb.chat.protocol;

import fanweb.channel.GroupName;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Reads what clients of {@code fanweb.v1} send: JSON objects (RFC 8259), one per line. What is sent
 * to them is {@link JsonDialect}'s. Pure; any thread.
 */
public final class FrameCodec {
  private FrameCodec() {}

  /**
   * Reads a frame: one request for each line that is not blank, in their order. A line is read when
   * it is asked for, so whoever stops early has not paid for the rest. Nothing that a client can
   * send throws, and the time is at most in proportion to its length.
   *
   * @param group what a command is about that names no group
   */
  public static Iterable<Request> read(GroupName group, String frame) {
    if (frame.indexOf('\n') < 0) {
      String line = trimmed(frame, 0, frame.length());
      return line.isEmpty() ? List.of() : List.of(request(group, line));
    }
    return () -> new Lines(group, frame);
  }

  private static Request request(GroupName group, String line) {
    Fields fields = new Fields();
    try {
      fields.read(line);
      return new Request.Understood(fields.id(), Commands.of(group, fields));
    } catch (MisreadException e) {
      return new Request.Misunderstood(fields.readableId(), e.reply());
    }
  }

  /** A part of a frame without what JSON takes for blank around it. */
  private static String trimmed(String frame, int from, int to) {
    int begin = from;
    int end = to;
    while (begin < end && isBlank(frame.charAt(begin))) {
      begin++;
    }
    while (begin < end && isBlank(frame.charAt(end - 1))) {
      end--;
    }
    return frame.substring(begin, end);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\r';
  }

  /** Walks over the lines of one frame. */
  private static final class Lines implements Iterator<Request> {
    private final GroupName group;
    private final String frame;
    private int place;
    private String line = "";

    Lines(GroupName group, String frame) {
      this.group = group;
      this.frame = frame;
    }

    @Override
    public boolean hasNext() {
      while (line.isEmpty() && place < frame.length()) {
        int end = frame.indexOf('\n', place);
        end = end < 0 ? frame.length() : end;
        line = trimmed(frame, place, end);
        place = end + 1;
      }
      return !line.isEmpty();
    }

    @Override
    public Request next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      Request request = request(group, line);
      line = "";
      return request;
    }
  }
}
