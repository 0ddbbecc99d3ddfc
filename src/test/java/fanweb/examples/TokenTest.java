package fanweb.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TokenTest {
  @Test
  void javaIsColoured() {
    assertThat(Token.ofJava("@Path(\"a\\\"b\") int x = 28; // new"))
        .containsExactly(
            new Token("k", "@Path"),
            new Token("", "("),
            new Token("s", "\"a\\\"b\""),
            new Token("", ") "),
            new Token("k", "int"),
            new Token("", " x = "),
            new Token("n", "28"),
            new Token("", "; "),
            new Token("c", "// new"));
  }

  @Test
  void pagesAreColoured() {
    assertThat(Token.ofPage("<c:out value=\"${a}\"/> ${b}"))
        .extracting(Token::kind)
        .containsExactly("k", "", "s", "k", "", "n");
  }

  @Test
  void nothingIsLostOrAdded() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
      for (Path file : files.filter(path -> path.toString().matches(".*\\.(java|jsp)")).toList()) {
        String text = Files.readString(file);
        assertThat(joined(Token.ofJava(text))).isEqualTo(text);
        assertThat(joined(Token.ofPage(text))).isEqualTo(text);
      }
    }
  }

  private static String joined(List<Token> tokens) {
    return tokens.stream().map(Token::text).collect(Collectors.joining());
  }
}
