package fanweb.account.page;

import static org.assertj.core.api.Assertions.assertThat;

import fanweb.platform.WebOrigin;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class NextTest {
  private static final WebOrigin SITE = new WebOrigin("https", "chat.example", 443);

  private static Optional<Next> next(String text) {
    return Next.of(text, "", SITE);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          /                                | /
          /index/?group_id=123             | /index/?group_id=123
          /index/?group_id=建站&lang=zh    | /index/?group_id=%E5%BB%BA%E7%AB%99&lang=zh
          /routes/?x=https://evil.example/ | /routes/?x=https://evil.example/
          /examples/#there                 | /examples/
          /a/../examples/                  | /examples/
          /a:b/                            | /a:b/
          /account/                        | /account/
          /account/?lang=en                | /account/?lang=en
          """,
      delimiter = '|')
  void a_page_of_ours_is_where_one_goes(String text, String url) {
    assertThat(next(text)).map(Next::url).contains(url);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        " ",
        "index/",
        "?group_id=1",
        "#x",
        "..",
        "//evil.example",
        "///evil.example",
        "////evil.example/a",
        "/\\evil.example",
        "\\/evil.example",
        "\\\\evil.example",
        "/a\\..\\evil.example",
        "/\t/evil.example",
        "/\n/evil.example",
        "/\r\nSet-Cookie: a=b",
        "\t//evil.example",
        " //evil.example",
        "/\u0000/evil.example",
        "/\u0085/evil.example",
        "/\u2028/evil.example",
        "/ /evil.example",
        "https://evil.example/",
        "https:/evil.example",
        "https:evil.example",
        "https://chat.example/",
        "HTTPS://chat.example@evil.example/",
        "javascript:alert(1)",
        "data:text/html,x",
        "/%",
        "/%zz",
        "/a[b",
        "@evil.example",
        ".evil.example",
        ":443/evil",
        "/account/sign-out/",
        "/account/sign-out",
        "/account/./sign-out/",
        "/x/../account/sign-out/",
        "/account/sign%2Dout/",
        "/%61ccount/sign-out/",
        "/account/sign-in/?next=/",
        "/account/sign-up/",
        "/account/reset/?link=x"
      })
  void nothing_else_is(String text) {
    assertThat(next(text)).isEmpty();
  }

  @Test
  void what_is_longer_than_any_address_of_ours_is_none() {
    assertThat(next("/" + "a".repeat(1_999))).isPresent();
    assertThat(next("/" + "a".repeat(2_000))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"/shop/, true", "/shop/index/, true", "/, false", "/shopping/, false"})
  void another_application_on_the_same_site_is_not_ours(String text, boolean ours) {
    assertThat(Next.of(text, "/shop", SITE).isPresent()).isEqualTo(ours);
  }

  @ParameterizedTest
  @CsvSource({
    "/shop/../account/, false",
    "/shop/account/sign-out/, false",
    "/shop/account/, true",
  })
  void nor_is_what_leads_out_of_it(String text, boolean ours) {
    assertThat(Next.of(text, "/shop", SITE).isPresent()).isEqualTo(ours);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          /index/?group_id=123                     | 123
          /index?group_id=a.b-c_d                  | a.b-c_d
          /index/?lang=zh&group_id=%E5%BB%BA%E7%AB%99 | 建站
          /index/?group_id=建站&lang=en            | 建站
          /index/                                  | ''
          /index/?group_id=                        | ''
          /index/?group_id=%3Cscript%3E            | ''
          /index/?group_id=a%20b                   | ''
          /index/?group_id=%FF                     | ''
          /examples/?group_id=123                  | ''
          /                                        | ''
          """,
      delimiter = '|')
  void a_room_is_called_by_its_group(String text, String group) {
    assertThat(next(text)).map(Next::group).contains(group);
  }
}
