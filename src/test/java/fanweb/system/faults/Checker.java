package fanweb.system.faults;

import fanweb.system.faults.StoredStream.Row;
import fanweb.system.faults.Testimony.Ack;
import fanweb.system.faults.Testimony.Heard;
import fanweb.system.faults.Verdict.Offence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares what clients saw with what is stored. Everything acknowledged is stored, once, where it
 * was acknowledged; offsets are 1 to the head; everybody heard the stream from their joining on,
 * whole, in order and once; each author's messages stand in the order of their writing, one being
 * sent when the one before is acknowledged. One thread.
 */
final class Checker {
  private static final int SHOWN = 20;

  private final Map<Offence, Long> offences = new EnumMap<>(Offence.class);
  private final List<String> first = new ArrayList<>();
  private final Map<String, Map<String, Row>> rows = new HashMap<>();
  private final Map<String, StoredStream> streams;
  private final Collection<Testimony> testimonies;

  private Checker(Collection<Testimony> testimonies, Map<String, StoredStream> streams) {
    this.testimonies = testimonies;
    this.streams = streams;
  }

  /**
   * Looks at everything.
   *
   * @param streams what is stored, by group; groups in which nobody testifies do not matter
   */
  static Verdict check(Collection<Testimony> testimonies, Map<String, StoredStream> streams) {
    return new Checker(testimonies, streams).verdict();
  }

  private Verdict verdict() {
    Set<String> groups = new HashSet<>();
    testimonies.forEach(one -> groups.add(one.group()));
    groups.forEach(group -> checkStream(group, stream(group)));
    testimonies.forEach(this::checkTestimony);
    return new Verdict(counts(groups), offences, first);
  }

  private Verdict.Counts counts(Set<String> groups) {
    return new Verdict.Counts(
        testimonies.size(),
        testimonies.stream().mapToLong(one -> one.sent().size()).sum(),
        testimonies.stream()
            .mapToLong(one -> one.acks().stream().map(Ack::key).distinct().count())
            .sum(),
        groups.stream().mapToLong(group -> stream(group).messages().size()).sum(),
        testimonies.stream().mapToLong(one -> one.heard().size()).sum());
  }

  private void checkStream(String group, StoredStream stream) {
    Set<String> sent = new HashSet<>();
    testimonies.stream()
        .filter(one -> one.group().equals(group))
        .forEach(one -> sent.addAll(one.sent()));
    rows.put(group, new HashMap<>());
    long before = 0;
    for (Row row : stream.messages()) {
      if (row.offset() != before + 1) {
        note(Offence.DISORDERED, group + ": row " + row.offset() + " follows " + before);
      }
      before = row.offset();
      checkRow(group, row, sent);
    }
    if (before != stream.head()) {
      note(Offence.DISORDERED, group + ": head " + stream.head() + ", last row " + before);
    }
  }

  private void checkRow(String group, Row row, Set<String> sent) {
    String key = Testimony.key(row.text());
    Row other = rows.getOrDefault(group, Map.of()).put(key, row);
    if (other != null) {
      note(Offence.DOUBLED, group + ": " + key + " at " + other.offset() + ", " + row.offset());
    }
    if (!sent.contains(row.text()) || !key.equals(row.key())) {
      note(Offence.ALTERED, group + ": " + row + " was never sent");
    }
  }

  private void checkTestimony(Testimony one) {
    one.complaints().forEach(what -> note(Offence.ALTERED, one.client() + ": " + what));
    checkAcks(one);
    checkOrderOfWriting(one);
    checkHeard(one);
  }

  private void checkAcks(Testimony one) {
    Set<String> acked = new HashSet<>();
    for (Ack ack : one.acks()) {
      acked.add(ack.key());
      Row row = row(one, ack.key());
      Position position = ack.position();
      if (row == null) {
        note(Offence.LOST, ack + " is not stored");
      } else if (row.offset() != position.offset()
          || !stream(one.group()).epoch().equals(position.epoch())) {
        note(Offence.ALTERED, ack + " is stored at " + row.offset());
      }
    }
    one.sent().stream()
        .map(Testimony::key)
        .filter(key -> !acked.contains(key))
        .forEach(key -> note(Offence.BEHIND, key + " was never acknowledged"));
  }

  private void checkOrderOfWriting(Testimony one) {
    long before = 0;
    for (String text : one.sent()) {
      Row row = row(one, Testimony.key(text));
      if (row != null && row.offset() < before) {
        note(Offence.DISORDERED, row + " was written after " + before);
      }
      before = row == null ? before : row.offset();
    }
  }

  private void checkHeard(Testimony one) {
    Position start = one.start();
    if (start == null) {
      note(Offence.BEHIND, one.client() + " never got in");
      return;
    }
    List<Row> stored = stream(one.group()).messages();
    Set<Long> known = new HashSet<>();
    long before = start.offset();
    for (Heard heard : one.heard()) {
      if (!known.add(heard.offset())) {
        note(Offence.DOUBLED, one.client() + " heard " + heard + " twice");
      } else if (heard.offset() != before + 1) {
        note(Offence.DISORDERED, one.client() + " heard " + heard + " after " + before);
      }
      before = Math.max(before, heard.offset());
      if (!isStored(heard, stored)) {
        note(Offence.ALTERED, one.client() + " heard " + heard + ", which is not stored there");
      }
    }
    if (before != stream(one.group()).head()) {
      note(Offence.BEHIND, one.client() + " heard " + before + " last");
    }
  }

  /** Rows lie at their offsets when nothing is missing among them, which was looked at before. */
  private static boolean isStored(Heard heard, List<Row> rows) {
    int place = (int) heard.offset() - 1;
    return place >= 0 && place < rows.size() && rows.get(place).text().equals(heard.text());
  }

  private StoredStream stream(String group) {
    return streams.getOrDefault(group, new StoredStream("", 0, List.of()));
  }

  private @Nullable Row row(Testimony one, String key) {
    return rows.getOrDefault(one.group(), Map.of()).get(key);
  }

  private void note(Offence offence, String words) {
    offences.merge(offence, 1L, Long::sum);
    if (first.size() < SHOWN) {
      first.add(offence + ": " + words);
    }
  }
}
