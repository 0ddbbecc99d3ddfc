package fanweb.manage.client;

import static org.assertj.core.api.Assertions.assertThat;

import fanweb.manage.Words;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;

class ChatLinesTest {
  private static final ChatLines LINES =
      new ChatLines(Words.of(Map.of("LANG", "en")), ZoneId.of("Asia/Shanghai"));
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

  private static List<String> lines(String fields) {
    String event =
        "{\"at\":\"2026-11-25T08:00:00.000Z\",\"author\":\"g_IgauxQF4\",\"name\":\"Ann\","
            + fields.replace('\'', '"')
            + "}";
    return LINES.event(Frames.object(event), "g_me", TODAY).stream()
        .map(AttributedString::toString)
        .toList();
  }

  @Test
  void a_message_has_the_time_where_one_is_and_says_who_it_is() {
    assertThat(lines("'type':'message','text':'你好'")).containsExactly("16:00:00 Ann#Igau: 你好");
  }

  @Test
  void a_message_of_another_day_has_the_day() {
    String event =
        "{\"type\":\"message\",\"at\":\"2026-11-24T07:00:00.000Z\",\"author\":\"u_7\","
            + "\"name\":\"\",\"text\":\"\"}";

    assertThat(LINES.event(Frames.object(event), "u_7", TODAY))
        .extracting(AttributedString::toString)
        .containsExactly("2026-11-24 15:00:00 guest#7: ");
  }

  @Test
  void nobody_writes_a_line_in_the_name_of_another() {
    assertThat(lines("'type':'message','text':'a\\n16:00:01 Bob#Bobb: b'"))
        .containsExactly("16:00:00 Ann#Igau: a", "         16:00:01 Bob#Bobb: b");
  }

  @Test
  void what_became_of_a_message_is_told() {
    assertThat(lines("'type':'message','deleted':true"))
        .containsExactly("16:00:00 Ann#Igau: (deleted)");
    assertThat(lines("'type':'message','text':'b','edited':true"))
        .containsExactly("16:00:00 Ann#Igau: b (edited)");
    assertThat(lines("'type':'edited','target':3,'text':'b\\u001b[2J'"))
        .containsExactly("16:00:00 Ann#Igau has changed message 3: b␛[2J");
    assertThat(lines("'type':'deleted','target':3"))
        .containsExactly("16:00:00 Ann#Igau has deleted message 3");
    assertThat(lines("'type':'moderated','subject':'g_x','action':'mute'"))
        .containsExactly("16:00:00 Ann#Igau has moderated g_x: mute");
    assertThat(lines("'type':'member','subject':'u_7','rank':null"))
        .containsExactly("16:00:00 Ann#Igau has changed what u_7 is here: –");
  }
}
