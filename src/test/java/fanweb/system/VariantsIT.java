package fanweb.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** What a site changes: settings and templates, each in a WAR of its own on the same server. */
@SharedServer
class VariantsIT {
  @ArquillianResource private Deployer deployer;

  @Deployment(name = "site", testable = false)
  static WebArchive site() {
    WebArchive war = Wars.with(Wars.at("site"), "fanweb.mode", "production");
    Wars.with(war, "fanweb.static.url", "/files/");
    return war.add(new StringAsset("ours: ${group}"), "WEB-INF/templates/room.jsp");
  }

  @Deployment(name = "cdn", testable = false)
  static WebArchive cdn() {
    return Wars.with(Wars.at("cdn"), "fanweb.static.url", "https://cdn.example.org/fan/static/");
  }

  @Deployment(name = "wrong", managed = false, testable = false)
  static WebArchive wrong() {
    return Wars.with(Wars.at("wrong"), "fanweb.chat.rate-per-second", "many");
  }

  @Test
  void production_mode_does_not_tell_its_routes() {
    assertThat(Site.get("/site/routes/").statusCode()).isEqualTo(404);
    assertThat(Site.get("/site/indx/").body()).doesNotContain("RoomPage");
    assertThat(Site.get("/site/").body()).doesNotContain("/routes/");
  }

  @Test
  void another_base_changes_every_link_to_a_static_file() {
    String home = Site.get("/site/").body();
    assertThat(home).contains("\"/site/files/").doesNotContain("/static/");
    assertThat(Site.get("/site/files/css/base.css").statusCode()).isEqualTo(200);
    assertThat(Site.get("/site/static/css/base.css").statusCode()).isEqualTo(404);
  }

  @Test
  void an_absolute_base_is_linked_allowed_and_still_served_here() {
    var home = Site.get("/cdn/");
    String base = Site.staticBase(home.body());
    assertThat(base).startsWith("https://cdn.example.org/fan/static/");
    assertThat(home.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("script-src 'self' https://cdn.example.org;");
    String path = "/cdn" + base.substring("https://cdn.example.org".length()) + "js/room.js";
    assertThat(Site.get(path).headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
  }

  @Test
  void a_view_of_the_site_takes_the_place_of_the_feature_s() {
    assertThat(Site.get("/site/index/?group_id=123").body()).isEqualTo("ours: 123");
    assertThat(Site.get("/site/index/").body()).contains("name=\"group_id\"");
  }

  @Test
  void a_wrong_setting_fails_the_deployment_with_one_line() {
    assertThatThrownBy(() -> deployer.deploy("wrong"))
        .hasStackTraceContaining("Fan-Web cannot start: fanweb.chat.rate-per-second = ")
        .hasStackTraceContaining("must be a whole number from 0 to 100000");
  }
}
