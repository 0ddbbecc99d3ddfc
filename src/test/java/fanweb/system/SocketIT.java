package fanweb.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Handshake and frames (RFC 6455), and what the tutorial's plain text means. */
@SharedServer
class SocketIT {
  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.packaged();
  }

  @Test
  void theHandshakeIsAnsweredWithTheProofForItsKey() throws IOException {
    try (RawSocket socket = RawSocket.open("/ws/handshake/")) {
      assertThat(socket.header("Sec-WebSocket-Accept")).isEqualTo("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
      assertThat(socket.header("Upgrade")).isEqualToIgnoringCase("websocket");
      assertThat(socket.header("Connection")).isEqualToIgnoringCase("upgrade");
      assertThat(socket.header("Sec-WebSocket-Extensions")).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "fanweb.v9", "chat, fanweb.v9"})
  void aSubprotocolThatIsNotKnownIsNotAgreedUpon(String asked) throws IOException {
    try (RawSocket socket = RawSocket.open("/ws/subprotocol/", "Sec-WebSocket-Protocol", asked)) {
      assertThat(socket.header("Sec-WebSocket-Protocol")).isEmpty();
      assertThat(socket.say("plain").hear()).isEqualTo("plain");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Upgrade, '', 426",
    "Upgrade, h2c, 426",
    "Sec-WebSocket-Version, 12, 426",
    "Sec-WebSocket-Version, '', 426",
    "Sec-WebSocket-Key, '', 400",
    "Connection, keep-alive, 400"
  })
  void whatIsNoHandshakeIsToldSo(String header, String value, int status) throws IOException {
    try (RawSocket socket = RawSocket.ask("/ws/no-handshake/", header, value)) {
      assertThat(socket.status()).as("%s", socket).isEqualTo(status);
      assertThat(socket.header("Sec-WebSocket-Version")).isEqualTo(status == 426 ? "13" : "");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 125, 126, 127, 128, 65_535, 65_536})
  void aTextOfEveryLengthFieldComesBack(int length) throws IOException {
    try (RawSocket socket = RawSocket.open("/ws/lengths/")) {
      String text = "x".repeat(length);
      assertThat(socket.say(text).hear()).isEqualTo(text);
      assertThat(socket.say("next").hear()).isEqualTo("next");
    }
  }

  @Test
  void fragmentsBecomeOneMessageWhereverTheyAreCut() throws IOException {
    String text = "欢迎😀é";
    byte[] bytes = text.getBytes(UTF_8);
    try (RawSocket socket = RawSocket.open("/ws/fragments/")) {
      socket.sendPart(RawSocket.TEXT);
      for (byte b : bytes) {
        socket.sendPart(RawSocket.CONTINUATION, b);
        socket.send(RawSocket.PING, b);
        assertThat(socket.read()).matches(f -> f.opcode() == RawSocket.PONG);
      }
      socket.send(RawSocket.CONTINUATION);
      assertThat(socket.hear()).isEqualTo(text);
    }
  }

  @Test
  void aFrameThatDripsInByteByByteIsUnderstood() throws IOException {
    try (RawSocket socket = RawSocket.open("/ws/drip/")) {
      for (byte b : RawSocket.frame(0x80 | RawSocket.TEXT, "一滴一滴".getBytes(UTF_8))) {
        socket.sendBytes(b);
      }
      assertThat(socket.hear()).isEqualTo("一滴一滴");
    }
  }

  @Test
  void pingsAreAnsweredWithTheirPayloadWhileMessagesFlow() throws IOException {
    List<String> said = IntStream.range(0, 50).mapToObj(i -> "message " + i).toList();
    List<String> pinged = IntStream.range(0, 50).mapToObj(i -> "ping " + i).toList();
    List<String> heard = new ArrayList<>();
    List<String> ponged = new ArrayList<>();
    try (RawSocket speaker = RawSocket.open("/ws/ping/");
        RawSocket listener = RawSocket.open("/ws/ping/")) {
      for (int i = 0; i < 50; i++) {
        speaker.say(said.get(i));
        listener.send(RawSocket.PING, pinged.get(i).getBytes(UTF_8));
      }
      while (heard.size() + ponged.size() < 100) {
        RawSocket.Frame frame = listener.read();
        (frame.opcode() == RawSocket.PONG ? ponged : heard).add(frame.text());
      }
    }
    assertThat(heard).isEqualTo(said);
    assertThat(ponged).isEqualTo(pinged);
  }

  @Test
  void aPongThatNobodyAskedForIsIgnored() throws IOException {
    try (RawSocket socket = RawSocket.open("/ws/pong/")) {
      socket.send(RawSocket.PONG, (byte) 1).send(RawSocket.PONG);
      assertThat(socket.say("next").hear()).isEqualTo("next");
    }
  }

  @Test
  void theServerSaysNothingOfItselfAndAsksNothing() throws IOException {
    try (RawSocket socket = RawSocket.open("/ws/silence/").patience(2_500)) {
      assertThatThrownBy(socket::read).isInstanceOf(SocketTimeoutException.class);
      assertThat(socket.say("still here").hear()).isEqualTo("still here");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, 1001, 1011, 3000, 4999})
  void aCloseIsAnsweredWithItsCodeAndTheLineIsEnded(int code) throws IOException {
    try (RawSocket socket = RawSocket.open("/ws/closing/")) {
      assertThat(socket.sendClose(code, "再见").readClose()).isEqualTo(code);
      assertThat(socket.isEnded()).isTrue();
    }
  }

  @Test
  void aCloseWithoutACodeIsAnswered() throws IOException {
    try (RawSocket socket = RawSocket.open("/ws/closing/")) {
      assertThat(socket.send(RawSocket.CLOSE).readClose()).isIn(1000, 1005);
      assertThat(socket.isEnded()).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "unmasked text, 810161, 1002",
    "reserved bit 1, C18000000000, 1002",
    "reserved bit 2, A18000000000, 1002",
    "reserved bit 3, 918000000000, 1002",
    "reserved data opcode, 838000000000, 1002",
    "reserved control opcode, 8B8000000000, 1002",
    "ping in fragments, 098000000000, 1002",
    "ping of 126 bytes, 89FE007E00000000, 1002",
    "continuation of nothing, 808000000000, 1002",
    "text within a text, 018000000000818000000000, 1002",
    "close with half a code, 88810000000001, 1002",
    "close with 999, 88820000000003E7, 1002",
    "close with 1005, 88820000000003ED, 1002",
    "close with 1006, 88820000000003EE, 1002",
    "close with 5000, 8882000000001388, 1002",
    "overlong slash, 818200000000C0AF, 1007",
    "lone surrogate, 818300000000EDA080, 1007",
    "beyond Unicode, 818400000000F4908080, 1007",
    "cut off within a character, 818200000000E6AC, 1007",
    "wrong across fragments, 018100000000E6808100000000A1, 1007",
    "wrong reason of close, 88840000000003E8C0AF, 1007"
  })
  void aBrokenFrameIsRefusedWithTheRightCode(String what, String bytes, int code)
      throws IOException {
    try (RawSocket socket = RawSocket.open("/ws/broken/");
        RawSocket other = RawSocket.open("/ws/broken/")) {
      assertThat(socket.sendBytes(HexFormat.of().parseHex(bytes)).readClose())
          .as(what)
          .isEqualTo(code);
      assertThat(socket.isEnded()).isTrue();
      assertThat(other.say("healthy").hear()).isEqualTo("healthy");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"818000000000", "82810000000000", "028000000000"})
  void onlyTextIsTaken(String bytes) throws IOException {
    boolean binary = !bytes.startsWith("81");
    try (RawSocket socket = RawSocket.open("/ws/binary/")) {
      socket.sendBytes(HexFormat.of().parseHex(bytes));
      if (binary) {
        assertThat(socket.readClose()).isEqualTo(1003);
        assertThat(socket.isEnded()).isTrue();
      } else {
        assertThat(socket.hear()).isEmpty();
      }
    }
  }

  @Test
  void everybodyInTheGroupHearsChineseAndEmojiAndTheSpeakerToo() throws IOException {
    try (RawSocket one = RawSocket.open("/ws/%E5%BB%BA%E7%AB%99/");
        RawSocket two = RawSocket.open("/ws/%E5%BB%BA%E7%AB%99");
        RawSocket stranger = RawSocket.open("/ws/%E5%BB%BA/")) {
      for (String text : List.of("hello", "你好，世界", "😀👩‍👩‍👧", "", " ", "\u0000", "<b>&amp;")) {
        one.say(text);
        assertThat(List.of(one.hear(), two.hear())).containsOnly(text);
        two.say(text);
        assertThat(List.of(one.hear(), two.hear())).containsOnly(text);
      }
      assertThat(stranger.say("alone").hear()).isEqualTo("alone");
    }
  }

  @Test
  void theTextForClosingClosesThatConnectionOnly() throws IOException {
    try (RawSocket leaver = RawSocket.open("/ws/leaving/");
        RawSocket other = RawSocket.open("/ws/leaving/")) {
      assertThat(leaver.say("关闭").readClose()).isEqualTo(1000);
      // It never answers the close frame; a server that waits for it would keep the line for ever.
      assertThat(leaver.isEnded()).isTrue();
      assertThat(other.say("关闭 ").hear()).isEqualTo("关闭 ");
      assertThat(other.say("关闭了").hear()).isEqualTo("关闭了");
    }
  }

  @Test
  void nothingFromBeforeJoiningIsHeard() throws IOException {
    try (RawSocket early = RawSocket.open("/ws/history/")) {
      early.say("before").hear();
      try (RawSocket late = RawSocket.open("/ws/history/")) {
        early.say("after");
        assertThat(late.hear()).isEqualTo("after");
      }
    }
  }

  @Test
  void aClientWithMannersTalksAndIsClosedWhenItAsks() {
    Manners manners = new Manners();
    WebSocket client =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(URI.create("ws://127.0.0.1:" + Site.port() + "/ws/manners/"), manners)
            .join();
    client.sendText("你好，", false).join();
    client.sendText("世界 😀", true).join();
    await().untilAsserted(() -> assertThat(manners.heard).hasToString("你好，世界 😀"));

    client.sendText("关闭", true).join();

    assertThat(manners.closed.orTimeout(20, TimeUnit.SECONDS).join()).isEqualTo(1000);
  }

  /** Hears everything and answers as it should. */
  private static final class Manners implements WebSocket.Listener {
    private final StringBuffer heard = new StringBuffer();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
      heard.append(part);
      return WebSocket.Listener.super.onText(socket, part, last);
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      closed.complete(code);
      return null;
    }
  }
}
