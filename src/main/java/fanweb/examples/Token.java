package fanweb.examples;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a text of code.
 *
 * @param kind how it is coloured: {@code k} keyword, {@code s} string, {@code n} number, {@code c}
 *     comment; empty for not at all
 * @param text as it stands, not escaped
 */
public record Token(String kind, String text) {
  private static final List<String> KINDS = List.of("c", "s", "k", "n");

  private static final Pattern JAVA =
      Pattern.compile(
          "(?<c>/\\*(?s:.)*?\\*/|//[^\\n]*)"
              + "|(?<s>\"(?:[^\"\\\\\\n]|\\\\.)*+\"|'(?:[^'\\\\\\n]|\\\\.)*+')"
              + "|(?<k>@\\w+|\\b(?:abstract|boolean|break|byte|case|catch|char|class|continue"
              + "|default|do|double|else|enum|extends|final|finally|float|for|if|implements|int"
              + "|interface|long|new|null|private|protected|public|record|return|short|static|super"
              + "|switch|this|throw|throws|true|false|try|var|void|while)\\b)"
              + "|(?<n>\\b\\d[\\w.]*)");

  private static final Pattern PAGE =
      Pattern.compile(
          "(?<c><%--(?s:.)*?--%>)"
              + "|(?<s>\"[^\"\\n]*\")"
              + "|(?<k></?[a-z]\\w*(?::\\w+)?|/?>|<%@ \\w+|%>)"
              + "|(?<n>\\$\\{[^}\\n]*})");

  static List<Token> ofJava(String text) {
    return split(text, JAVA);
  }

  static List<Token> ofPage(String text) {
    return split(text, PAGE);
  }

  private static List<Token> split(String text, Pattern parts) {
    List<Token> tokens = new ArrayList<>();
    Matcher part = parts.matcher(text);
    int end = 0;
    while (part.find()) {
      if (part.start() > end) {
        tokens.add(new Token("", text.substring(end, part.start())));
      }
      String kind = KINDS.stream().filter(one -> part.group(one) != null).findFirst().orElse("");
      tokens.add(new Token(kind, part.group()));
      end = part.end();
    }
    if (end < text.length()) {
      tokens.add(new Token("", text.substring(end)));
    }
    return List.copyOf(tokens);
  }
}
