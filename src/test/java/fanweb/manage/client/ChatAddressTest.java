package fanweb.manage.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChatAddressTest {
  @ParameterizedTest
  @CsvSource({
    "ws://host/ws/123/, ws://host/ws/123/, http://host/api/groups/123",
    "wss://host:8443/ws/123, wss://host:8443/ws/123/, https://host:8443/api/groups/123",
    "HTTP://host/ws/123/, ws://host/ws/123/, http://host/api/groups/123",
    "https://host/index/?group_id=123, wss://host/ws/123/, https://host/api/groups/123",
    "http://host/site/index/?group_id=%E8%8C%B6, ws://host/site/ws/%E8%8C%B6/,"
        + " http://host/site/api/groups/%E8%8C%B6",
    "ws://host/ws/茶/, ws://host/ws/%E8%8C%B6/, http://host/api/groups/%E8%8C%B6",
    "' ws://[::1]:80/ws/a.b-c_d/ ', ws://[::1]:80/ws/a.b-c_d/, http://[::1]:80/api/groups/a.b-c_d"
  })
  void a_group_has_a_socket_a_page_and_an_api(String given, String socket, String api) {
    ChatAddress address = ChatAddress.parse(given).orElseThrow();

    assertThat(address.socket()).hasToString(socket);
    assertThat(address.api()).hasToString(api);
  }

  @ParameterizedTest
  @CsvSource({
    "ws://Host/ws/1/, ws://host",
    "ws://host:80/ws/1/, ws://host",
    "ws://host:/ws/1/, ws://host",
    "http://HOST:80/index/?group_id=1, ws://host",
    "wss://host:443/ws/1/, wss://host",
    "https://host/index/?group_id=1, wss://host",
    "ws://host:443/ws/1/, ws://host:443",
    "ws://[::1]:80/ws/1/, ws://[::1]"
  })
  void a_server_is_one_however_its_address_is_written(String given, String server) {
    assertThat(ChatAddress.parse(given).orElseThrow().server()).isEqualTo(server);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "123",
        "host/ws/123/",
        "ftp://host/ws/123/",
        "ws:///ws/123/",
        "ws://host/",
        "ws://host/ws/",
        "ws://host/ws//",
        "ws://host/ws/.x/",
        "ws://host/ws/a b/",
        "ws://host/ws/a%2Fb/",
        "ws://host/ws/%0A/",
        "ws://host/ws/123/?token=secret",
        "ws://host/ws/123/#top",
        "ws://ann:secret@host/ws/123/",
        "http://host/index/",
        "http://host/index/?group_id="
      })
  void anything_else_is_not_where_a_group_is(String given) {
    assertThat(ChatAddress.parse(given)).isEmpty();
  }
}
