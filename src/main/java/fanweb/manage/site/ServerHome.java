package fanweb.manage.site;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The WildFly that the build put together.
 *
 * @param folder where it is
 */
record ServerHome(Path folder) {
  /**
   * Looks where the launcher {@code bin/fanweb} says, else beside the jar: in the server's own
   * {@code bin}, or in the folder of the build.
   *
   * @param jar the jar or folder of this program
   */
  static Optional<ServerHome> find(String launcher, Path jar) {
    Path beside = jar.toAbsolutePath().normalize().resolveSibling("server");
    Path above = jar.toAbsolutePath().normalize().resolveSibling("..");
    return Stream.of(Path.of(launcher), above, beside)
        .filter(path -> !path.toString().isEmpty())
        .map(ServerHome::new)
        .filter(home -> Files.isRegularFile(home.script()))
        .findFirst();
  }

  /** What starts it. */
  Path script() {
    return folder.resolve("bin/standalone.sh").normalize();
  }

  /** What is deployed in it. */
  Path war() {
    return folder.resolve("standalone/deployments/fan-web.war").normalize();
  }
}
