package fanweb.manage.client;

import static org.assertj.core.api.Assertions.assertThat;

import fanweb.manage.client.InputLines.InputLine;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InputLinesTest {
  private static List<InputLine> all(Reader in) throws IOException {
    InputLines lines = new InputLines(in);
    List<InputLine> all = new ArrayList<>();
    for (Optional<InputLine> line = lines.next(); line.isPresent(); line = lines.next()) {
      all.add(line.get());
    }
    return all;
  }

  @Test
  void lines_end_as_everywhere_and_the_last_may_have_no_end() throws IOException {
    assertThat(all(new StringReader("a\n\nb\r\nc\rd")))
        .extracting(InputLine::text)
        .containsExactly("a", "", "b", "c", "d");
    assertThat(all(new StringReader("a\r\n"))).containsExactly(new InputLine(1, "a", false));
    assertThat(all(new StringReader(""))).isEmpty();
  }

  @Test
  void a_line_that_is_longer_than_any_message_is_cut_and_the_next_is_whole() throws IOException {
    String longest = "x".repeat(InputLines.LONGEST);

    List<InputLine> lines = all(new StringReader(longest + "\n" + longest + "y\nz"));

    assertThat(lines).extracting(InputLine::tooLong).containsExactly(false, true, false);
    assertThat(lines.get(2)).isEqualTo(new InputLine(3, "z", false));
  }
}
