package fanweb.chat.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SocketUrlTest {
  @Test
  void a_socket_is_where_the_page_came_from() {
    assertThat(SocketUrl.of(false, "localhost:8080", "/ws/123/"))
        .isEqualTo("ws://localhost:8080/ws/123/");
    assertThat(SocketUrl.of(true, "chat.example.org", "/fan/ws/123/"))
        .isEqualTo("wss://chat.example.org/fan/ws/123/");
    assertThat(SocketUrl.of(false, "[::1]:80", "/ws/")).isEqualTo("ws://[::1]:80/ws/");
  }

  @Test
  void what_is_no_host_is_not_shown() {
    assertThat(SocketUrl.of(false, null, "/ws/")).isEqualTo("ws://127.0.0.1:8080/ws/");
    assertThat(SocketUrl.of(false, "x; script-src *", "/ws/")).doesNotContain("script");
  }
}
