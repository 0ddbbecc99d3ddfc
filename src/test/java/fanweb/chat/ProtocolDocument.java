package fanweb.chat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code src/docs/protocol.md}, taken apart. */
public final class ProtocolDocument {
  private static final Pattern SECTION = Pattern.compile("(?ms)^## ([^\n]+)\n(.*?)(?=^## |\\z)");
  private static final Pattern TYPE = Pattern.compile("(?m)^### `(\\w+)`$");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (?!-)(.*) \\|$");
  private static final Pattern FENCE = Pattern.compile("(?ms)^```(\\S+)\n(.*?)\n```$");
  private static final Pattern STEP = Pattern.compile("(\\w+) (→|←) (.*)");

  private final String text;

  private ProtocolDocument(String text) {
    this.text = text;
  }

  /** Reads it. */
  public static ProtocolDocument read() {
    try {
      return new ProtocolDocument(Files.readString(Path.of("src/docs/protocol.md")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The types that a section has a heading for. */
  public List<String> types(String section) {
    return TYPE.matcher(section(section)).results().map(match -> match.group(1)).toList();
  }

  /** The rows of a section's tables, without their heads: the cells of each. */
  public List<List<String>> rows(String section) {
    return ROW.matcher(section(section).replaceAll("(?m)^\\|.*\\|\n(?=\\|-)", ""))
        .results()
        .map(match -> List.of(match.group(1).split(" \\| ")))
        .toList();
  }

  /** The conversations to be replayed. */
  public List<Conversation> conversations() {
    return fences("fanweb.v1").map(this::conversation).toList();
  }

  /** The objects that are shown alone. */
  public List<JsonObject> samples() {
    return fences("json").map(match -> JsonSpeaker.object(match.group(2))).toList();
  }

  private Conversation conversation(MatchResult fence) {
    List<Step> steps = new ArrayList<>();
    for (String line : fence.group(2).lines().toList()) {
      Matcher step = STEP.matcher(line);
      if (!step.matches()) {
        throw new AssertionError("nobody says or hears anything in: " + line);
      }
      boolean says = step.group(2).equals("→");
      steps.add(new Step(step.group(1), says, step.group(3).replace(" ⏎ ", "\n")));
    }
    return new Conversation((int) text.substring(0, fence.start()).lines().count() + 1, steps);
  }

  private Stream<MatchResult> fences(String language) {
    return FENCE.matcher(text).results().filter(match -> match.group(1).equals(language));
  }

  private String section(String name) {
    return SECTION
        .matcher(text)
        .results()
        .filter(match -> match.group(1).equals(name))
        .map(match -> match.group(2))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no section " + name));
  }

  /**
   * An example.
   *
   * @param line where it begins
   */
  public record Conversation(int line, List<Step> steps) {
    @Override
    public String toString() {
      return "line " + line + " of the document";
    }
  }

  /**
   * What somebody says or hears.
   *
   * @param text the frame that is sent; else the object that comes
   */
  public record Step(String who, boolean says, String text) {}
}
