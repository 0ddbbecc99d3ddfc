package fanweb.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

@SharedServer
class ClosedSignUpIT {
  private final Browsing ann = new Browsing();

  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.with(Wars.packaged(), "fanweb.account.sign-up", "closed");
  }

  @Test
  void a_site_that_is_closed_says_so_and_offers_to_sign_in() {
    ann.get("/?lang=zh");
    assertThat(ann.get("/account/sign-in/").body()).doesNotContain("/account/sign-up/");
    assertClosed(ann.get("/account/sign-up/"));
    assertClosed(ann.signUp(Browsing.newLogin(), "x"));
  }

  private static void assertClosed(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("这里不开放注册", "href=\"/account/sign-in/\"");
  }
}
