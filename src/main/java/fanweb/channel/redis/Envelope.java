package fanweb.channel.redis;

import fanweb.channel.StreamPosition;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What travels by Redis: a line of ASCII with a version, who numbered it, the node that sent it, an
 * epoch and an offset, then the body. Nodes of two releases work side by side: what is added to the
 * line later stands at its end and is not read by older ones; what they could not make sense of
 * gets another version and is left out, which the offsets show.
 */
final class Envelope {
  private static final String VERSION = "1";
  private static final byte END = '\n';
  private static final int PARTS = 5;

  private final Numbering numbering;
  private final String node;
  private final StreamPosition position;
  private final byte[] body;

  /**
   * Makes one.
   *
   * @param numbering who gave the position
   * @param node that sends it
   * @param body encoded
   */
  Envelope(Numbering numbering, String node, StreamPosition position, byte[] body) {
    this.numbering = numbering;
    this.node = node;
    this.position = position;
    this.body = body;
  }

  /** Who gave a publication its position. */
  enum Numbering {
    /** Whoever sent it, a journal above all. */
    SENDER("S"),
    /** The layer, in Redis. */
    LAYER("L");

    private final String letter;

    Numbering(String letter) {
      this.letter = letter;
    }

    private static @Nullable Numbering of(String letter) {
      return Arrays.stream(values())
          .filter(one -> one.letter.equals(letter))
          .findFirst()
          .orElse(null);
    }
  }

  /** Up to the epoch; the script in Redis adds the position of what the layer numbers. */
  static String head(Numbering numbering, String node) {
    return VERSION + " " + numbering.letter + " " + node + " ";
  }

  Numbering numbering() {
    return numbering;
  }

  String node() {
    return node;
  }

  StreamPosition position() {
    return position;
  }

  byte[] body() {
    return body;
  }

  byte[] bytes() {
    byte[] line =
        (head(numbering, node) + position.epoch() + " " + position.offset() + "\n")
            .getBytes(StandardCharsets.UTF_8);
    byte[] whole = Arrays.copyOf(line, line.length + body.length);
    System.arraycopy(body, 0, whole, line.length, body.length);
    return whole;
  }

  /** Reads one; nothing when it is of a version that is not known here, or something else. */
  static Optional<Envelope> parse(byte[] whole) {
    int end = 0;
    while (end < whole.length && whole[end] != END) {
      end++;
    }
    String[] parts = new String(whole, 0, end, StandardCharsets.UTF_8).split(" ", -1);
    if (end == whole.length || parts.length < PARTS || !parts[0].equals(VERSION)) {
      return Optional.empty();
    }
    Numbering numbering = Numbering.of(parts[1]);
    try {
      StreamPosition position = new StreamPosition(parts[3], Long.parseLong(parts[4]));
      byte[] body = Arrays.copyOfRange(whole, end + 1, whole.length);
      return Optional.ofNullable(numbering)
          .map(known -> new Envelope(known, parts[2], position, body));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
