package fanweb.manage.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ListenAddressTest {
  @Test
  void is_a_port_or_a_host_and_a_port() {
    assertThat(ListenAddress.of("8081")).contains(new ListenAddress("127.0.0.1", 8081));
    assertThat(ListenAddress.of("0.0.0.0:80")).contains(new ListenAddress("0.0.0.0", 80));
    assertThat(ListenAddress.of("localhost:0")).contains(new ListenAddress("localhost", 0));
  }

  @Test
  void colons_of_a_host_are_in_brackets() {
    assertThat(ListenAddress.of("[::1]:8080")).contains(new ListenAddress("::1", 8080));
    assertThat(ListenAddress.of("::1")).isEmpty();
    assertThat(ListenAddress.of("::1:8080")).isEmpty();
    assertThat(ListenAddress.of("[::1]")).isEmpty();
    assertThat(ListenAddress.of("[localhost]:8080")).isEmpty();
  }

  @Test
  void java_is_told_to_do_with_ipv6_where_it_must() {
    assertThat(new ListenAddress("127.0.0.1", 1).arguments())
        .containsExactly("-b", "127.0.0.1", "-Djboss.http.port=1");
    assertThat(new ListenAddress("::1", 1).arguments())
        .contains("::1", "-Djava.net.preferIPv4Stack=false");
  }
}
