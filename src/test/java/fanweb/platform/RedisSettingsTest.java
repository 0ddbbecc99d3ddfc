package fanweb.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedisSettingsTest {
  @Test
  void oneServerIsReadWithWhatIsUsualForWhatIsNotSaid() {
    assertThat(read("redis://redis.example.org"))
        .isEqualTo(
            new RedisSettings(
                false,
                List.of(new RedisSettings.Address("redis.example.org", 6379)),
                null,
                null,
                null,
                0));
    assertThat(read("rediss://chat:p%40ss+w%C3%B6rd@[::1]:6380/15"))
        .isEqualTo(
            new RedisSettings(
                true,
                List.of(new RedisSettings.Address("::1", 6380)),
                null,
                "chat",
                "p@ss+w\u00f6rd",
                15));
    assertThat(read("redis://:secret@127.0.0.1/").password()).isEqualTo("secret");
    assertThat(read("redis://:secret@127.0.0.1/").user()).isNull();
  }

  @Test
  void sentinelsAreReadWithTheNameOfTheirMaster() {
    RedisSettings settings = read("redis-sentinel://:secret@a:26380,b,c/3#chat-master");

    assertThat(settings.master()).isEqualTo("chat-master");
    assertThat(settings.database()).isEqualTo(3);
    assertThat(settings.addresses())
        .extracting(RedisSettings.Address::port)
        .containsExactly(26380, 26379, 26379);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1:6379",
        "http://127.0.0.1",
        "redis://",
        "redis://a,b",
        "redis://a:0",
        "redis://a:65536",
        "redis://a/x",
        "redis://a/0?x=1",
        "redis://a#master",
        "redis-sentinel://a,b/0",
        "redis-sentinel://a,,b#m",
        "redis://u:%zz@a"
      })
  void anythingElseIsRefusedWithWhatIsAllowed(String url) {
    assertThatThrownBy(() -> read(url))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("fanweb.redis.url")
        .hasMessageContaining("redis://:password@127.0.0.1:6379/0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "redis://:correct-horse@a/zero",
        "redis://:pa@correct-horse@a",
        "redis:/:correct-horse@a",
        "redis://:correct-horse",
        "correct-horse"
      })
  void aPasswordIsNotRepeated(String url) {
    assertThatThrownBy(() -> read(url)).hasMessageNotContaining("correct-horse");
  }

  private static RedisSettings read(String url) {
    return RedisSettings.read(new SettingsReader(name -> Optional.of(url)));
  }
}
