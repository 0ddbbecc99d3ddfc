package fanweb.manage.database;

import fanweb.manage.UndoneException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes a dump line by line, in UTF-8. The last line has what tells a whole dump from a part of
 * one: how many rows each table has, and the SHA-256 of all lines before it.
 */
final class DumpWriter {
  private final OutputStream out;
  private final MessageDigest digest = DumpLine.digest();
  private final CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();
  private final Map<String, Long> rows = new TreeMap<>();

  /** Buffers nothing itself. */
  DumpWriter(OutputStream out) {
    this.out = out;
  }

  /** The first line. */
  void begin(DumpHeader header) throws IOException {
    line(header.toJson());
  }

  /** A table of which rows may come. */
  void table(String table) {
    rows.put(table, 0L);
  }

  /**
   * A row.
   *
   * @throws UndoneException when it has a text that cannot be written
   */
  void row(String table, JsonObject row) throws IOException {
    long number = rows.merge(table, 1L, Long::sum);
    try {
      line(DumpLine.JSON.createObjectBuilder().add("table", table).add("row", row).build());
    } catch (CharacterCodingException e) {
      throw new UndoneException(e, "dumpdata.half_character", table, number);
    }
  }

  /** The last line. */
  void end() throws IOException {
    JsonObjectBuilder counts = DumpLine.JSON.createObjectBuilder();
    rows.forEach(counts::add);
    line(
        DumpLine.JSON
            .createObjectBuilder()
            .add("end", true)
            .add("rows", counts)
            .add("sha256", HexFormat.of().formatHex(digest.digest()))
            .build());
    out.flush();
  }

  /** How many rows it has so far. */
  long count() {
    return rows.values().stream().mapToLong(Long::longValue).sum();
  }

  private void line(JsonObject object) throws IOException {
    ByteBuffer encoded = encoder.encode(CharBuffer.wrap(object + "\n"));
    byte[] line = new byte[encoded.remaining()];
    encoded.get(line);
    digest.update(line);
    out.write(line);
  }
}
