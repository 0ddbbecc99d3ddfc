package fanweb.platform.assets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssetTreeTest {
  private final AssetTree tree = tree("css/a.css", "a", "img/b.svg", "b");

  private static AssetTree tree(String path1, String content1, String path2, String content2) {
    return AssetTree.of(Map.of(path1, content1.getBytes(UTF_8), path2, content2.getBytes(UTF_8)));
  }

  @Test
  void the_hash_is_twelve_hex_digits_and_the_same_for_the_same_files() {
    assertThat(tree.hash()).matches("[0-9a-f]{12}");
    assertThat(tree("img/b.svg", "b", "css/a.css", "a").hash()).isEqualTo(tree.hash());
  }

  @Test
  void the_hash_changes_with_any_byte_and_any_name() {
    assertThat(tree("css/a.css", "a", "img/b.svg", "c").hash()).isNotEqualTo(tree.hash());
    assertThat(tree("css/a.css", "a", "img/c.svg", "b").hash()).isNotEqualTo(tree.hash());
    assertThat(tree("css/a.cssa", "", "img/b.svg", "b").hash()).isNotEqualTo(tree.hash());
  }

  @Test
  void only_the_address_with_the_hash_of_today_is_immutable() {
    assertThat(tree.find(tree.hash() + "/css/a.css"))
        .map(AssetTree.Found::immutable)
        .hasValue(true);
    assertThat(tree.find("0123456789ab/css/a.css")).map(AssetTree.Found::immutable).hasValue(false);
    assertThat(tree.find("css/a.css")).map(AssetTree.Found::immutable).hasValue(false);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "css", "css/", "css/nope.css", "../a", "css/../css/a.css", "0123456789ab/"})
  void nothing_else_is_found(String path) {
    assertThat(tree.find(path)).isEmpty();
  }

  @Test
  void addresses_hold_base_and_hash() {
    Assets path = new Assets(URI.create("/static/"), "/app", "0123456789ab");
    assertThat(path.url("img/1.jpg")).isEqualTo("/app/static/0123456789ab/img/1.jpg");
    Assets cdn = new Assets(URI.create("https://cdn.example.org/s/"), "", "0123456789ab");
    assertThat(cdn.url("a.js")).isEqualTo("https://cdn.example.org/s/0123456789ab/a.js");
    assertThat(cdn.local("a.js")).isEqualTo("/s/0123456789ab/a.js");
  }
}
