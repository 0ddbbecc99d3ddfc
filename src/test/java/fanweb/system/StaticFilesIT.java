package fanweb.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SharedServer
class StaticFilesIT {
  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.packaged();
  }

  @Test
  void the_address_in_a_page_may_be_kept_for_ever() {
    HttpResponse<String> file = Site.get(Site.staticBase(Site.get("/").body()) + "css/base.css");
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.headers().firstValue("Cache-Control"))
        .hasValue("public, max-age=31536000, immutable");
  }

  @ParameterizedTest
  @CsvSource({"/static/0123456789ab/css/base.css", "/static/css/base.css"})
  void an_old_address_gives_the_file_of_today(String path) {
    HttpResponse<String> file = Site.get(path);
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.body()).contains("Fan-Web base");
    assertThat(file.headers().firstValue("Cache-Control")).hasValue("no-cache");
  }

  @ParameterizedTest
  @CsvSource({
    "css/base.css, text/css;charset=UTF-8",
    "js/room.js, text/javascript;charset=UTF-8",
    "img/icon.svg, image/svg+xml"
  })
  void a_file_says_what_it_is(String path, String type) {
    assertThat(Site.get("/static/" + path).headers().firstValue("Content-Type")).hasValue(type);
  }

  @Test
  void what_is_not_there_is_not_found() {
    assertThat(Site.get("/static/css/nope.css").statusCode()).isEqualTo(404);
    assertThat(Site.get("/static/").statusCode()).isEqualTo(404);
    assertThat(Site.get("/static").statusCode()).isEqualTo(404);
  }

  @Test
  void a_file_one_has_is_not_sent_again() {
    HttpResponse<String> first = Site.send("HEAD", "/static/img/icon.svg");
    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(first.body()).isEmpty();
    String etag = first.headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> again = Site.get("/static/img/icon.svg", "If-None-Match", etag);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }
}
