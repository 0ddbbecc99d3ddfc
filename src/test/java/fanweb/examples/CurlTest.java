package fanweb.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CurlTest {
  private static final String BASE = "http://127.0.0.1:8080";

  @Test
  void aSimpleRequestIsOneCommand() {
    Variant get = new Variant("a", "GET", "/x/?name=张三&n=1", "Accept: a/b", "", Access.OPEN);
    assertThat(Curl.of(BASE, get))
        .isEqualTo(
            "curl -i 'http://127.0.0.1:8080/x/?name=%E5%BC%A0%E4%B8%89&n=1' \\\n"
                + "  -H 'Accept: a/b'");
  }

  @Test
  void quotesInABodyDoNotEndTheArgument() {
    Variant post = new Variant("a", "POST", "/x", "", "it's", Access.OPEN);
    assertThat(Curl.of(BASE, post))
        .isEqualTo("curl -i -X POST 'http://127.0.0.1:8080/x' \\\n  --data-raw 'it'\\''s'");
  }

  @Test
  void theTokenIsFetchedFirst() {
    Variant post = new Variant("a", "POST", "/x", "", "", Access.TOKEN);
    assertThat(Curl.of(BASE, post))
        .startsWith("TOKEN=$(curl -s -c jar 'http://127.0.0.1:8080/examples/csrf/' | cut")
        .endsWith("-b jar -H \"X-CSRFToken: $TOKEN\"");
  }
}
