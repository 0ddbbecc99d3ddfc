package fanweb.system.faults;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one client saw in one group, from its first joining to its last event, over all its
 * connections.
 *
 * @param client its name
 * @param start where the stream began for it; null when it never got in
 * @param sent the texts it sent, each once, in order; the word before the first blank is the key
 * @param acks what was acknowledged, in order; a key again for each further acknowledgement
 * @param heard the messages, in the order of their coming
 * @param complaints what a healthy group never tells anybody
 */
record Testimony(
    String client,
    String group,
    @Nullable Position start,
    List<String> sent,
    List<Ack> acks,
    List<Heard> heard,
    List<String> complaints) {

  /** Takes them over. */
  Testimony {
    sent = List.copyOf(sent);
    acks = List.copyOf(acks);
    heard = List.copyOf(heard);
    complaints = List.copyOf(complaints);
  }

  /** An acknowledgement. */
  record Ack(String key, Position position) {}

  /** A message that came. */
  record Heard(long offset, String text) {}

  /** What names a message: the beginning of its text. */
  static String key(String text) {
    int end = text.indexOf(' ');
    return end < 0 ? text : text.substring(0, end);
  }
}
