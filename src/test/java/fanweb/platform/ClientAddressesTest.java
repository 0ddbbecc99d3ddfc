package fanweb.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressesTest {
  private static final List<String> PROXIES =
      List.of("10.0.0.0/8", "192.0.2.7", "2001:db8::/32", "127.0.0.1");

  @ParameterizedTest
  @CsvSource({
    "203.0.113.7, 203.0.113.7",
    "::ffff:203.0.113.7, 203.0.113.7",
    "2001:470:1:2:3:4:5:6, 2001:470:1:2::/64",
    "2001:470:1:2:ffff::1, 2001:470:1:2::/64",
    "127.0.0.1, local",
    "127.9.9.9, local",
    "::1, local",
    "0:0:0:0:0:0:0:1, local",
    "something else, unknown",
    "127.evil, unknown",
  })
  void whoeverComesByItselfIsItsAddressOfIpv6ItsNetwork(String peer, String network) {
    assertThat(new ClientAddresses(PROXIES).of(peer, List.of()).network()).isEqualTo(network);
  }

  @ParameterizedTest
  @CsvSource({
    "10.1.2.3, 203.0.113.7, 203.0.113.7",
    "10.1.2.3, '203.0.113.7, 10.9.9.9 ,192.0.2.7', 203.0.113.7",
    "10.1.2.3, '198.51.100.1, 203.0.113.7', 203.0.113.7",
    "10.1.2.3, 203.0.113.7:51234, 203.0.113.7",
    "10.1.2.3, [2001:470:1:2::5]:51234, 2001:470:1:2::/64",
    "::ffff:10.1.2.3, 203.0.113.7, 203.0.113.7",
    "2001:db8:5::1, 203.0.113.7, 203.0.113.7",
    "10.1.2.3, unknown, 10.1.2.3",
    "10.1.2.3, '203.0.113.7, unknown', 10.1.2.3",
    "10.1.2.3, '203.0.113.0/24', 10.1.2.3",
    "10.1.2.3, example.org, 10.1.2.3",
    "10.1.2.3, '', 10.1.2.3",
    "10.1.2.3, ' ', 10.1.2.3",
    "10.1.2.3, 1, 10.1.2.3",
    "10.1.2.3, *, 10.1.2.3",
    "10.1.2.3, 203.0.113, 10.1.2.3",
    "10.1.2.3, 203.0.113.1-7, 10.1.2.3",
    "10.1.2.3, 203.0.113.7.8, 10.1.2.3",
    "10.1.2.3, 0x7f000001, 10.1.2.3",
    "10.1.2.3, '10.4.4.4,10.5.5.5', 10.4.4.4",
    "127.0.0.1, 203.0.113.7, 203.0.113.7",
    "127.0.0.1, 127.0.0.1, 127.0.0.1",
    "10.1.2.3, 127.0.0.1, 127.0.0.1",
    "10.1.2.3, ::1, ::1",
    "10.1.2.3, local, 10.1.2.3",
  })
  void whatKnownProxiesWroteIsBelievedFromTheRight(String peer, String header, String network) {
    assertThat(new ClientAddresses(PROXIES).of(peer, List.of(header)).network()).isEqualTo(network);
  }

  @Test
  void severalHeadersAreOneListInTheirOrder() {
    assertThat(
            new ClientAddresses(PROXIES)
                .of("10.1.2.3", List.of("198.51.100.1", "203.0.113.7, 10.7.7.7"))
                .network())
        .isEqualTo("203.0.113.7");
  }

  @Test
  void whatAClientWritesItselfIsNotBelieved() {
    assertThat(new ClientAddresses(PROXIES).of("203.0.113.7", List.of("127.0.0.1")).isLocal())
        .isFalse();
    assertThat(new ClientAddresses(List.of()).of("10.1.2.3", List.of("203.0.113.7")).network())
        .isEqualTo("10.1.2.3");
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.7, true",
    "10.0.0.0/8, true",
    "10.1.2.3/8, true",
    "2001:db8::/32, true",
    "::1, true",
    "*, false",
    "10.*.*.*, false",
    "10, false",
    "10.0.0.0/33, false",
    "10.0.0.1-9, false",
    "proxy.example.org, false",
  })
  void onlyAddressesAndNetworksAreProxies(String text, boolean fine) {
    assertThat(ClientAddresses.isNetwork(text)).isEqualTo(fine);
  }

  @Test
  void onlyWhoeverOpensTheLineIsThisMachine() {
    ClientAddresses addresses = new ClientAddresses(List.of("10.0.0.0/8"));

    assertThat(addresses.of("127.0.0.1", List.of()).isLocal()).isTrue();
    assertThat(addresses.of("::1", List.of("203.0.113.7")).isLocal()).isTrue();
    assertThat(addresses.of("10.1.2.3", List.of("127.0.0.1")).isLocal()).isFalse();
    assertThat(addresses.of("10.1.2.3", List.of("local")).isLocal()).isFalse();
    assertThat(addresses.of("203.0.113.7", List.of("127.0.0.1")).isLocal()).isFalse();
  }
}
