package fanweb.chat.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class JsonLineTest {
  private static final JsonProvider JSON = JsonProvider.provider();

  @Test
  void everyCharacterComesOutOfAnyReaderAsItWentIn() {
    StringBuilder all = new StringBuilder();
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      if (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) {
        all.appendCodePoint(c);
      }
    }

    assertThat(read(JsonLine.quoted(all.toString()))).isEqualTo(all.toString());
    assertThat(JsonLine.quoted(all.toString()))
        .as("one line, whatever is in it")
        .doesNotContain("\n", "\r");
  }

  /** The seed is the number of the repetition, so that a failure comes again. */
  @RepeatedTest(200)
  void anyStringIsWrittenAsOneJsonString(RepetitionInfo seed) {
    String text = text(new Random(seed.getCurrentRepetition()));

    assertThat(read(JsonLine.quoted(text))).isEqualTo(text);
    String object = JsonLine.begin(16).add("a", text).add("b", 7).add("c", true).end();
    assertThat(JSON.createReader(new StringReader(object)).readObject().getString("a"))
        .isEqualTo(text);
  }

  @Test
  void fieldsFollowEachOther() {
    assertThat(
            JsonLine.begin(0)
                .add("s", "x")
                .add("n", Long.MIN_VALUE)
                .add("b", false)
                .addJson("j", "{}")
                .addList("l", List.of("1", "2"))
                .end())
        .isEqualTo("{\"s\":\"x\",\"n\":-9223372036854775808,\"b\":false,\"j\":{},\"l\":[1,2]}");
    assertThat(JsonLine.begin(0).end()).isEqualTo("{}");
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(60); i > 0; i--) {
      text.appendCodePoint(
          switch (random.nextInt(5)) {
            case 0 -> random.nextInt(' ');
            case 1 -> "\"\\/\b\u007f\u2028\u2029\uFEFF\uFFFF".charAt(random.nextInt(9));
            case 2 -> 0x10000 + random.nextInt(0x100000);
            default -> ' ' + random.nextInt(95);
          });
    }
    return text.toString();
  }

  private static String read(String json) {
    JsonValue value = JSON.createReader(new StringReader(json)).readValue();
    return ((JsonString) value).getString();
  }
}
