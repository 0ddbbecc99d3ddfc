package fanweb.system.faults;

import fanweb.system.faults.StoredStream.Row;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One group's stream with a flaw, as {@link FlawedServer} gives it to clients. Any thread. */
final class FlawedStream {
  /** Every so many-th message the flaw shows. */
  private static final int EVERY = 10;

  private static final String EPOCH = "e";

  private final Flaw flaw;
  private final List<Row> memory = new ArrayList<>();
  private final Set<Consumer<String>> members = new LinkedHashSet<>();

  /** How many rows of the memory the disk has. */
  private int onDisk;

  private @Nullable String late;
  private int people;

  FlawedStream(Flaw flaw) {
    this.flaw = flaw;
  }

  /** What is wrong. */
  enum Flaw {
    NONE,
    /** Acknowledges what it stores some messages later. */
    ACKNOWLEDGES_BEFORE_THE_COMMIT,
    /** Takes who comes back for somebody new. */
    FORGETS_PEOPLE,
    /** Takes a message that is sent again for a new one. */
    FORGETS_KEYS,
    /** Tells some messages twice. */
    TELLS_TWICE,
    /** Tells some messages after the next one. */
    SWAPS,
    /** Does not tell some messages. */
    SKIPS
  }

  synchronized StoredStream stored() {
    return new StoredStream(EPOCH, onDisk, memory.subList(0, onDisk));
  }

  synchronized void crash() {
    memory.subList(onDisk, memory.size()).clear();
    late = null;
  }

  synchronized void leave(Consumer<String> member) {
    members.remove(member);
  }

  /** Does what one frame asks for. */
  synchronized void receive(String frame, Consumer<String> member) {
    if (find(frame, "type").orElseThrow().equals("join")) {
      join(frame, member);
    } else {
      publish(frame, member);
    }
  }

  private void join(String frame, Consumer<String> member) {
    Optional<Integer> after = find(frame, "offset").map(Integer::valueOf);
    int from = Math.min(after.orElse(memory.size()), memory.size());
    String token = find(frame, "token").filter(known -> flaw != Flaw.FORGETS_PEOPLE).orElse(next());
    member.accept(
        ("{\"type\":\"welcome\",\"offset\":%d,\"epoch\":\"%s\",\"recovered\":%s,"
                + "\"token\":\"%s\",\"author\":\"%4$s\"}")
            .formatted(from, EPOCH, after.equals(Optional.of(from)), token));
    memory.subList(from, memory.size()).forEach(row -> member.accept(event(row)));
    members.add(member);
  }

  private String next() {
    people++;
    return "p" + people;
  }

  private void publish(String frame, Consumer<String> member) {
    String key = find(frame, "key").orElseThrow();
    Optional<Row> known = memory.stream().filter(row -> key.equals(row.key())).findAny();
    if (known.isPresent() && flaw != Flaw.FORGETS_KEYS) {
      member.accept(ack(frame, known.get().offset()));
      return;
    }
    Row row = new Row(memory.size() + 1, key, find(frame, "text").orElseThrow());
    memory.add(row);
    boolean waits = flaw == Flaw.ACKNOWLEDGES_BEFORE_THE_COMMIT && row.offset() % EVERY != 0;
    onDisk = waits ? onDisk : memory.size();
    boolean answers = flaw != Flaw.FORGETS_KEYS || row.offset() % EVERY != 0;
    if (answers) {
      member.accept(ack(frame, row.offset()));
    } else {
      member.accept("{\"type\":\"error\",\"id\":%s,\"temporary\":true}".formatted(id(frame)));
    }
    tell(row);
  }

  private void tell(Row row) {
    String event = event(row);
    boolean chosen = row.offset() % EVERY == 0;
    if (chosen && flaw == Flaw.SWAPS) {
      late = event;
      return;
    }
    if (!chosen || flaw != Flaw.SKIPS) {
      members.forEach(member -> member.accept(event));
    }
    String second = chosen && flaw == Flaw.TELLS_TWICE ? event : late;
    late = null;
    if (second != null) {
      members.forEach(member -> member.accept(second));
    }
  }

  private static String event(Row row) {
    return "{\"type\":\"message\",\"offset\":%d,\"text\":\"%s\"}"
        .formatted(row.offset(), row.text());
  }

  private static String ack(String frame, long offset) {
    return "{\"type\":\"ack\",\"id\":%s,\"offset\":%d,\"epoch\":\"%s\"}"
        .formatted(id(frame), offset, EPOCH);
  }

  private static String id(String frame) {
    return find(frame, "id").orElseThrow();
  }

  /** A field's value, of the frames that our own clients make. */
  private static Optional<String> find(String frame, String name) {
    Matcher field = Pattern.compile("\"" + name + "\":\"?([^\",}]*)").matcher(frame);
    return field.find() ? Optional.of(field.group(1)) : Optional.empty();
  }
}
