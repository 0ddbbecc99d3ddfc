package fanweb.manage.site;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The site as files in a folder, which the server reads anew when they change: pages and static
 * files are those of a source folder at any time, classes those that were packaged. In a folder
 * {@code dev} of the server's, beside what it runs otherwise. One thread.
 */
final class DevelopmentSite {
  private final ServerHome home;
  private final Path source;
  private final Path base;
  private final Path exploded;

  /**
   * A site that is made of a server's WAR.
   *
   * @param source where pages and static files are written
   */
  DevelopmentSite(ServerHome home, Path source) {
    this.home = home;
    this.source = source;
    this.base = home.folder().resolve("dev").toAbsolutePath().normalize();
    this.exploded = base.resolve("deployments/fan-web.war");
  }

  /** Makes the folder anew. */
  void explode() throws IOException {
    if (Files.exists(base)) {
      try (Stream<Path> old = Files.walk(base)) {
        for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
    copy(home.folder().resolve("standalone/configuration"), base.resolve("configuration"));
    try (FileSystem war = FileSystems.newFileSystem(home.war())) {
      copy(war.getPath("/"), exploded);
    }
    follow();
    Files.createFile(exploded.resolveSibling("fan-web.war.dodeploy"));
  }

  /** What the server is started with. */
  List<String> arguments() {
    return List.of(
        "-Djboss.server.base.dir=" + base, "-Dfanweb.jsp.development=true", "-Dfanweb.reload=true");
  }

  /** Brings over what was changed in the source since the last time. */
  void follow() throws IOException {
    copy(source, exploded);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.toList()) {
        Path target = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else if (isAnother(target, path)) {
          Files.copy(
              path,
              target,
              StandardCopyOption.REPLACE_EXISTING,
              StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }

  /** One that was put back as it was has an older time. */
  private static boolean isAnother(Path target, Path path) throws IOException {
    return !Files.exists(target)
        || !Files.getLastModifiedTime(target).equals(Files.getLastModifiedTime(path));
  }
}
