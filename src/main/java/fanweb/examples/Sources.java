package fanweb.examples;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The project's own code as it was when the WAR was built, which packages the files it is shown
 * from. Remembers what it cut out; safe for any thread.
 */
public final class Sources {
  private static final String FOLDER = "/fanweb/examples/source/";

  private final Map<Source, List<Token>> known = new ConcurrentHashMap<>();

  /**
   * A piece of code, in parts to be coloured.
   *
   * @throws IllegalArgumentException when the build did not package its file, or the file has no
   *     such piece
   */
  public List<Token> show(Source source) {
    return known.computeIfAbsent(source, Sources::read);
  }

  private static List<Token> read(Source source) {
    String file = text(source.file());
    if (!source.file().endsWith(".java")) {
      return Token.ofPage(file.strip());
    }
    return Token.ofJava(
        source.method().isEmpty()
            ? SourceExcerpt.ofClass(file)
            : SourceExcerpt.ofMethod(file, source.method()));
  }

  private static String text(String file) {
    try (InputStream stream = Sources.class.getResourceAsStream(FOLDER + file)) {
      if (stream == null) {
        throw new IllegalArgumentException("the build packages no source " + file);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }
}
