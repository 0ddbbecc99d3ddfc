package fanweb.manage.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevelopmentSiteTest {
  private static final Instant BEGIN = Instant.parse("2026-01-02T03:04:05Z");

  @TempDir private Path folder;

  private Instant now = BEGIN;
  private Path source;
  private Path site;
  private DevelopmentSite development;

  @BeforeEach
  void packaged_from_a_source_that_has_changed_since() throws IOException {
    Path server = folder.resolve("server");
    Files.createDirectories(server.resolve("standalone/configuration"));
    Files.createDirectories(server.resolve("standalone/deployments"));
    URI war = URI.create("jar:" + server.resolve("standalone/deployments/fan-web.war").toUri());
    try (FileSystem packaged = FileSystems.newFileSystem(war, Map.of("create", "true"))) {
      Files.createDirectories(packaged.getPath("/WEB-INF"));
      Files.writeString(packaged.getPath("/WEB-INF/home.jsp"), "packaged");
      Files.writeString(packaged.getPath("/WEB-INF/web.xml"), "packaged");
    }
    source = folder.resolve("webapp");
    write("WEB-INF/home.jsp", "source");
    site = server.resolve("dev/deployments/fan-web.war");
    development = new DevelopmentSite(new ServerHome(server), source, () -> now);
    development.explode();
  }

  @Test
  void pages_are_those_of_the_source_and_all_else_what_was_packaged() {
    assertThat(site.resolve("WEB-INF/home.jsp")).hasContent("source");
    assertThat(site.resolve("WEB-INF/web.xml")).hasContent("packaged");
    assertThat(site.resolveSibling("fan-web.war.dodeploy")).exists();
  }

  @Test
  void what_changes_is_brought_over_also_when_it_is_put_back() throws IOException {
    Path page = source.resolve("WEB-INF/home.jsp");
    FileTime before = Files.getLastModifiedTime(page);
    write("WEB-INF/home.jsp", "changed");
    Files.setLastModifiedTime(page, FileTime.from(BEGIN.plusSeconds(60)));
    development.follow();
    assertThat(site.resolve("WEB-INF/home.jsp")).hasContent("changed");

    write("WEB-INF/home.jsp", "source");
    Files.setLastModifiedTime(page, before);
    development.follow();
    assertThat(site.resolve("WEB-INF/home.jsp")).hasContent("source");
  }

  @Test
  void what_goes_from_the_source_goes_from_the_site() throws IOException {
    write("static/css/new.css", "x");
    development.follow();
    assertThat(site.resolve("static/css/new.css")).exists();

    Files.delete(source.resolve("static/css/new.css"));
    development.follow();
    assertThat(site.resolve("static/css/new.css")).doesNotExist();
    assertThat(site.resolve("WEB-INF/web.xml")).exists();
  }

  @Test
  void a_file_that_becomes_a_folder_and_the_reverse_are_brought_over() throws IOException {
    write("static/one", "file");
    write("static/two/part", "folder");
    development.follow();

    Files.delete(source.resolve("static/one"));
    write("static/one/part", "folder");
    Files.delete(source.resolve("static/two/part"));
    Files.delete(source.resolve("static/two"));
    write("static/two", "file");
    write("static/zoo", "behind them");
    development.follow();

    assertThat(site.resolve("static/one/part")).hasContent("folder");
    assertThat(site.resolve("static/two")).hasContent("file");
    assertThat(site.resolve("static/zoo")).hasContent("behind them");
  }

  @Test
  void the_source_wins_where_one_has_a_file_and_the_other_a_folder() throws IOException {
    write("WEB-INF/web.xml/part", "folder");
    development.follow();
    assertThat(site.resolve("WEB-INF/web.xml/part")).hasContent("folder");

    Files.createDirectories(site.resolve("static/packaged"));
    Files.writeString(site.resolve("static/packaged/part"), "packaged");
    write("static/packaged", "source");
    development.follow();
    assertThat(site.resolve("static/packaged")).hasContent("source");
  }

  @Test
  void a_folder_that_was_emptied_goes_too() throws IOException {
    write("static/new/deep/new.css", "x");
    development.follow();

    Files.delete(source.resolve("static/new/deep/new.css"));
    development.follow();
    assertThat(site.resolve("static")).doesNotExist();
    assertThat(site.resolve("WEB-INF")).isDirectory();
  }

  @Test
  void one_process_alone_has_the_folder() throws IOException {
    ServerHome home = new ServerHome(folder.resolve("server"));
    DevelopmentLock first = DevelopmentLock.take(home).orElseThrow();
    assertThat(DevelopmentLock.take(home)).isEmpty();

    first.close();
    try (DevelopmentLock second = DevelopmentLock.take(home).orElseThrow()) {
      assertThat(second).isNotNull();
    }
  }

  @Test
  void a_changed_page_has_another_time_once_its_compilation_must_be_over() throws IOException {
    Path page = site.resolve("WEB-INF/home.jsp");
    FileTime brought = Files.getLastModifiedTime(page);

    now = BEGIN.plus(DevelopmentSite.COMPILATION).minusMillis(1);
    development.follow();
    assertThat(Files.getLastModifiedTime(page)).isEqualTo(brought);

    now = BEGIN.plus(DevelopmentSite.COMPILATION);
    development.follow();
    assertThat(Files.getLastModifiedTime(page)).isEqualTo(FileTime.from(now));
    assertThat(page).hasContent("source");

    now = now.plusSeconds(100);
    development.follow();
    assertThat(Files.getLastModifiedTime(page)).isNotEqualTo(FileTime.from(now));
  }

  private void write(String file, String text) throws IOException {
    Path path = source.resolve(file);
    Files.createDirectories(path.resolveSibling(""));
    Files.writeString(path, text);
  }
}
