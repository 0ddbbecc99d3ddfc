package fanweb.chat.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import fanweb.channel.GroupName;
import fanweb.chat.JsonSpeaker;
import fanweb.chat.SampleFrames;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Frames that Jazzer makes up, led by what they reach in the code. */
class FrameCodecFuzz {
  private static final GroupName LOBBY = new GroupName("lobby");

  static Stream<String> frames() {
    return Stream.concat(
        SampleFrames.ALL.stream(), Stream.of(String.join("\r\n \t\n", SampleFrames.ALL)));
  }

  @MethodSource("frames")
  @FuzzTest
  void everyLineGetsARequestWhateverItIs(@NotNull String frame) {
    List<Request> requests = new ArrayList<>();

    FrameCodec.read(LOBBY, frame).forEach(requests::add);

    assertThat(requests).hasSize(lines(frame));
    // An id is put into the reply as it is.
    requests.stream()
        .map(Request::id)
        .filter(Objects::nonNull)
        .forEach(
            id -> assertThat(JsonSpeaker.object("{\"id\":" + id + "}")).containsOnlyKeys("id"));
  }

  private static int lines(String frame) {
    return (int) Stream.of(frame.split("\n")).filter(line -> !line.matches("[ \t\r]*")).count();
  }
}
