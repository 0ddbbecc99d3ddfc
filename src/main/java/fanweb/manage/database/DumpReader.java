package fanweb.manage.database;

import fanweb.manage.UndoneException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads a dump line by line and holds one at a time. Whoever reads to the end knows that nothing is
 * missing and nothing was changed.
 */
final class DumpReader {
  /** More than the longest text of a message takes when each of its characters is escaped. */
  private static final int LONGEST_LINE = 128 << 20;

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private int position;
  private int limit;
  private final JsonReaderFactory json = DumpLine.JSON.createReaderFactory(Map.of());
  private final MessageDigest digest = DumpLine.digest();
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private long number;
  private long bytes;

  /** Has a buffer of its own. */
  DumpReader(InputStream in) {
    this.in = in;
  }

  /**
   * The first line.
   *
   * @throws UndoneException when it is not that of a dump, or of a later version
   */
  DumpHeader header() throws IOException {
    if (!nextLine()) {
      throw new UndoneException("loaddata.empty");
    }
    try {
      JsonObject object = object();
      if (!DumpHeader.isOne(object)) {
        throw new UndoneException("loaddata.no_dump");
      }
      int version = DumpHeader.versionOf(object);
      if (version > DumpHeader.VERSION) {
        throw new UndoneException("loaddata.newer_format", version, DumpHeader.VERSION);
      }
      seal();
      return DumpHeader.of(object);
    } catch (UndoneException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new UndoneException(e, "loaddata.no_dump");
    }
  }

  /**
   * The next row's line; empty after the last.
   *
   * @param counts how many rows of each table there were so far
   * @throws UndoneException when the line is none, when there is no last line, and when that does
   *     not fit what came before it
   */
  Optional<DumpLine> row(Map<String, Long> counts) throws IOException {
    if (!nextLine()) {
      throw new UndoneException("loaddata.cut_off", number);
    }
    JsonObject object = object();
    if (object.containsKey("end")) {
      end(object, counts);
      return Optional.empty();
    }
    seal();
    return Optional.of(new DumpLine(number, line.size(), object));
  }

  /** How many bytes were read. */
  long bytes() {
    return bytes;
  }

  private void end(JsonObject end, Map<String, Long> counts) throws IOException {
    if (hasMore()) {
      throw new UndoneException("loaddata.more", number);
    }
    String sealed = HexFormat.of().formatHex(digest.digest());
    if (!sealed.equals(end.getString("sha256", ""))) {
      throw new UndoneException("loaddata.changed");
    }
    Map<String, Long> told = told(end);
    if (!told.equals(counts)) {
      throw new UndoneException("loaddata.counts", told, counts);
    }
  }

  private Map<String, Long> told(JsonObject end) {
    try {
      Map<String, Long> told = new TreeMap<>();
      end.getJsonObject("rows")
          .forEach((table, rows) -> told.put(table, ((JsonNumber) rows).longValueExact()));
      told.values().removeIf(rows -> rows == 0);
      return told;
    } catch (RuntimeException e) {
      throw new UndoneException(e, "loaddata.no_end", number);
    }
  }

  private void seal() {
    digest.update(line.toByteArray());
    digest.update((byte) '\n');
  }

  private JsonObject object() {
    try (JsonReader reader =
        json.createReader(new ByteArrayInputStream(line.toByteArray()), StandardCharsets.UTF_8)) {
      return reader.readObject();
    } catch (RuntimeException e) {
      // Not only a JsonException: the parser has limits of its own.
      throw new UndoneException(e, "loaddata.no_json", number);
    }
  }

  /** A line that is not ended is none: of it, too, there may be more. */
  private boolean nextLine() throws IOException {
    line.reset();
    while (hasMore()) {
      int end = position;
      while (end < limit && buffer[end] != '\n') {
        end++;
      }
      if (line.size() > LONGEST_LINE) {
        throw new UndoneException("loaddata.long_line", number + 1);
      }
      line.write(buffer, position, end - position);
      position = end;
      if (end < limit) {
        position++;
        number++;
        bytes += line.size() + 1L;
        return true;
      }
    }
    return false;
  }

  private boolean hasMore() throws IOException {
    if (position == limit) {
      position = 0;
      limit = Math.max(0, in.read(buffer));
    }
    return position < limit;
  }
}
