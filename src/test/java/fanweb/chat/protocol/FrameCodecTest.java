package fanweb.chat.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import fanweb.account.GuestToken;
import fanweb.channel.GroupName;
import fanweb.channel.StreamPosition;
import fanweb.chat.ChatCommand;
import fanweb.chat.ChatReply.Misread.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What lines become. In these tests {@code '} stands for a quotation mark. */
class FrameCodecTest {
  private static final GroupName LOBBY = new GroupName("lobby");
  private static final GroupName KITCHEN = new GroupName("kitchen");
  private static final String TOKEN = "t_" + "A".repeat(43);

  @Test
  void everyCommandIsRead() {
    assertThat(command("{'type':'join'}"))
        .isEqualTo(new ChatCommand.Join(LOBBY, null, null, Optional.empty()));
    assertThat(
            command(
                "{'type':'join','group':'kitchen','token':'"
                    + TOKEN
                    + "','name':' 张三 ','offset':7,'epoch':'e'}"))
        .isEqualTo(
            new ChatCommand.Join(
                KITCHEN, new GuestToken(TOKEN), "张三", Optional.of(new StreamPosition("e", 7))));
    assertThat(command("{'type':'leave'}")).isEqualTo(new ChatCommand.Leave(LOBBY));
    assertThat(command("{'type':'publish','text':''}"))
        .isEqualTo(new ChatCommand.Publish(LOBBY, null, ""));
    assertThat(command("{'type':'publish','key':'k~!','text':'x','group':'kitchen'}"))
        .isEqualTo(new ChatCommand.Publish(KITCHEN, "k~!", "x"));
    assertThat(command("{'type':'edit','offset':1,'text':'y'}"))
        .isEqualTo(new ChatCommand.Edit(LOBBY, 1, "y"));
    assertThat(command("{'type':'delete','offset':1}")).isEqualTo(new ChatCommand.Delete(LOBBY, 1));
    assertThat(command("{'type':'typing','on':false}"))
        .isEqualTo(new ChatCommand.Typing(LOBBY, false));
    assertThat(command("{'type':'read','offset':0}")).isEqualTo(new ChatCommand.Read(LOBBY, 0));
    assertThat(command("{'type':'ping'}")).isEqualTo(new ChatCommand.Ping());
  }

  @Test
  void aFrameHasACommandOnEachLineThatIsNotBlank() {
    String frame = "\r\n {'type':'ping','id':1} \r\n\n\t\n{'type':'ping','id':2}\n{'id':3}";

    assertThat(read(frame)).extracting(Request::id).containsExactly("1", "2", "3");
    assertThat(read("")).isEmpty();
    assertThat(read(" \t\r")).isEmpty();
    assertThat(read("\n\n")).isEmpty();
  }

  @Test
  void aLineIsReadOnlyWhenItIsAskedFor() {
    String frame = quoted("{'type':'ping'}\n") + "[".repeat(1 << 20);

    assertThat(FrameCodec.read(LOBBY, frame).iterator().next())
        .isEqualTo(new Request.Understood(null, new ChatCommand.Ping()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "0", "-7", "9223372036854775807", "'a'", "''", "'欢😀'", "'1'"})
  void anIdIsRepeatedAsItStood(String id) {
    assertThat(one("{'type':'ping','id':" + id + "}").id()).isEqualTo(quoted(id));
  }

  @Test
  void anIdThatHadToBeEscapedIsEscapedAgain() {
    assertThat(one("{'type':'ping','id':'\\u0022\\n\\u4e2d'}").id()).isEqualTo("\"\\\"\\n中\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "true",
        "{}",
        "[1]",
        "1.5",
        "1e3",
        "9223372036854775808",
        "123456789012345678901234567890",
        "'\\ud800'"
      })
  void anIdThatIsNoneIsRefusedAndNotRepeated(String id) {
    assertThat(misread("{'type':'ping','id':" + id + "}"))
        .satisfies(
            request -> {
              assertThat(request.id()).isNull();
              assertThat(request.reply().fault()).isEqualTo(Fault.INVALID);
              assertThat(request.reply().message()).startsWith("id ");
            });
  }

  @Test
  void anIdHasAtMost64Characters() {
    assertThat(one("{'type':'ping','id':'" + "x".repeat(64) + "'}").id()).hasSize(66);
    assertThat(misread("{'type':'ping','id':'" + "x".repeat(65) + "'}").id()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "x|MALFORMED",
        "[]|MALFORMED",
        "null|MALFORMED",
        "{|MALFORMED",
        "{}{}|MALFORMED",
        "{} {}|MALFORMED",
        "{'type':'ping'},{'type':'ping'}|MALFORMED",
        "{'type':'ping',}|MALFORMED",
        "{'type':'ping' 'id':1}|MALFORMED",
        "{type:'ping'}|MALFORMED",
        "{'type':'ping','x':01}|MALFORMED",
        "{'type':'ping','x':NaN}|MALFORMED",
        "{'type':'ping','x':'\\x'}|MALFORMED",
        "{'type':'ping','x':'\\u12'}|MALFORMED",
        "{'type':'ping','x':[}|MALFORMED",
        "\uFEFF{'type':'ping'}|MALFORMED",
        "{'type':'shout'}|UNKNOWN_TYPE",
        "{'type':'close'}|UNKNOWN_TYPE",
        "{'type':'Ping'}|UNKNOWN_TYPE",
        "{'type':''}|UNKNOWN_TYPE",
        "{}|INVALID",
        "{'type':1}|INVALID",
        "{'type':'ping','type':'ping'}|INVALID",
        "{'type':'ping','\\ud800':1,'\\ud800':1}|INVALID",
        "{'type':'publish'}|INVALID",
        "{'type':'publish','text':null}|INVALID",
        "{'type':'publish','text':'\\ud83d'}|INVALID",
        "{'type':'publish','text':'\\ude00\\ud83d'}|INVALID",
        "{'type':'publish','text':'\\u0000'}|INVALID",
        "{'type':'publish','text':'x','key':''}|INVALID",
        "{'type':'publish','text':'x','key':'a b'}|INVALID",
        "{'type':'publish','text':'x','key':'é'}|INVALID",
        "{'type':'publish','text':'x','key':7}|INVALID",
        "{'type':'publish','text':'x','group':''}|INVALID",
        "{'type':'publish','text':'x','group':'.a'}|INVALID",
        "{'type':'publish','text':'x','group':'a/b'}|INVALID",
        "{'type':'publish','text':'x','group':'😀'}|INVALID",
        "{'type':'publish','text':'x','group':null}|INVALID",
        "{'type':'edit','offset':-1,'text':'x'}|INVALID",
        "{'type':'edit','offset':1.0,'text':'x'}|INVALID",
        "{'type':'edit','offset':'1','text':'x'}|INVALID",
        "{'type':'delete','offset':9223372036854775808}|INVALID",
        "{'type':'typing','on':1}|INVALID",
        "{'type':'typing'}|INVALID",
        "{'type':'join','offset':1}|INVALID",
        "{'type':'join','epoch':'e'}|INVALID",
        "{'type':'join','token':'t_short'}|INVALID",
        "{'type':'join','name':''}|INVALID",
        "{'type':'join','name':'a\\nb'}|INVALID"
      })
  void whatIsNoCommandIsToldWhy(String line, Fault fault) {
    assertThat(misread(line).reply().fault()).as(line).isEqualTo(fault);
  }

  @Test
  void boundsOfTextFieldsAreExact() {
    assertThat(one("{'type':'publish','text':'x','key':'" + "k".repeat(64) + "'}"))
        .isInstanceOf(Request.Understood.class);
    misread("{'type':'publish','text':'x','key':'" + "k".repeat(65) + "'}");
    assertThat(one("{'type':'join','name':'" + "😀".repeat(32) + "'}"))
        .isInstanceOf(Request.Understood.class);
    misread("{'type':'join','name':'" + "😀".repeat(33) + "'}");
    assertThat(one("{'type':'leave','group':'" + "群".repeat(100) + "'}"))
        .isInstanceOf(Request.Understood.class);
    misread("{'type':'leave','group':'" + "群".repeat(101) + "'}");
    misread("{'type':'join','offset':1,'epoch':'" + "e".repeat(65) + "'}");
  }

  @Test
  void escapesAreResolvedAndWholePairsKept() {
    assertThat(
            command(
                "{'type':'publish','text':'\\u4e2d\\ud83d\\ude00\\/\\b\\f\\n\\r\\t\\\\\\u0022'}"))
        .isEqualTo(new ChatCommand.Publish(LOBBY, null, "中😀/\b\f\n\r\t\\\""));
    assertThat(command("{'\\u0074ype':'p\\u0069ng'}")).isEqualTo(new ChatCommand.Ping());
  }

  @Test
  void fieldsThatNoCommandHasMayBeAnythingButTooDeep() {
    String deep = "[".repeat(31) + "{'a':1}" + "]".repeat(31);

    assertThat(command("{'type':'ping','x':" + deep + ",'y':1e999999,'text':7,'key':null}"))
        .isEqualTo(new ChatCommand.Ping());
    assertThat(misread("{'type':'ping','x':[" + deep + "]}").reply().message()).contains("nested");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'ping','x':%s}",
        "{'x':%s",
        "%s",
        "{'type':'read','offset':%s}",
        "{'id':%s}"
      })
  void lengthCostsTimeInProportionAtMost(String form) {
    for (String much :
        List.of("1".repeat(400_000), "[".repeat(400_000), "1e" + "9".repeat(400_000))) {
      String line = form.formatted(much);
      Assertions.assertTimeout(Duration.ofSeconds(10), () -> one(line));
    }
  }

  @Test
  void theSameLetterComposedOrNotIsTheSameGroup() {
    assertThat(command("{'type':'leave','group':'cafe\\u0301'}"))
        .isEqualTo(new ChatCommand.Leave(new GroupName("caf\u00e9")));
  }

  private static ChatCommand command(String line) {
    Request request = one(line);
    assertThat(request).isInstanceOf(Request.Understood.class);
    return ((Request.Understood) request).command();
  }

  private static Request.Misunderstood misread(String line) {
    Request request = one(line);
    assertThat(request).isInstanceOf(Request.Misunderstood.class);
    return (Request.Misunderstood) request;
  }

  private static Request one(String line) {
    List<Request> requests = read(line);
    assertThat(requests).hasSize(1);
    return requests.get(0);
  }

  private static List<Request> read(String frame) {
    List<Request> requests = new ArrayList<>();
    FrameCodec.read(LOBBY, quoted(frame)).forEach(requests::add);
    return requests;
  }

  private static String quoted(String text) {
    return text.replace('\'', '"');
  }
}
