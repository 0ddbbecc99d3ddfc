package fanweb.system.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a client writes down what happens to it. Any thread. */
final class ClientLog {
  private final String client;
  private final String group;
  private final List<String> sent = new ArrayList<>();
  private final List<Testimony.Ack> acks = new ArrayList<>();
  private final List<Testimony.Heard> heard = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();
  private final List<Integer> endings = new ArrayList<>();
  private final List<Duration> absences = new ArrayList<>();
  private @Nullable Position start;
  private int repeated;
  private int temporary;

  ClientLog(String client, String group) {
    this.client = client;
    this.group = group;
  }

  String client() {
    return client;
  }

  String group() {
    return group;
  }

  /** Notes where the stream begins; what counts is the first time. */
  synchronized void begin(Position position) {
    if (start == null) {
      start = position;
    }
  }

  synchronized void send(String text) {
    sent.add(text);
  }

  synchronized void ack(String key, Position position, boolean again) {
    acks.add(new Testimony.Ack(key, position));
    repeated += again ? 1 : 0;
  }

  synchronized void hear(long offset, String text) {
    heard.add(new Testimony.Heard(offset, text));
  }

  /** Notes that something was not done and may be tried again. */
  synchronized void refused() {
    temporary++;
  }

  synchronized void complain(String what) {
    complaints.add(what);
  }

  /** Notes with what close code a line ended that was not cut here. */
  synchronized void end(int code) {
    endings.add(code);
  }

  /** The close codes so far. */
  synchronized List<Integer> endings() {
    return List.copyOf(endings);
  }

  /** Notes that the client is in again, so long after its line was gone. */
  synchronized void returned(Duration absence) {
    absences.add(absence);
  }

  /** How long it was away each time. */
  synchronized List<Duration> absences() {
    return List.copyOf(absences);
  }

  /** Acknowledgements so far. */
  synchronized int acked() {
    return acks.size();
  }

  /** Acknowledgements of what had been stored by an earlier attempt. */
  synchronized int repeated() {
    return repeated;
  }

  /** Refusals for a while, as of a database that does not answer. */
  synchronized int temporary() {
    return temporary;
  }

  synchronized Testimony testimony() {
    return new Testimony(client, group, start, sent, acks, heard, complaints);
  }
}
