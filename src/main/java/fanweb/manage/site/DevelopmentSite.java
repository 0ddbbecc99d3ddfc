package fanweb.manage.site;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The site as files in a folder, which the server reads anew when they change: the files of a
 * source folder at any time, over what was packaged, which has what the source never had. In a
 * folder {@code dev} of the server's, beside what it runs otherwise. One thread, of the process
 * that has the {@link DevelopmentLock}.
 */
final class DevelopmentSite {
  /** How long a page may be compiled for. */
  static final Duration COMPILATION = Duration.ofSeconds(10);

  private final ServerHome home;
  private final Path source;
  private final Path base;
  private final Path exploded;
  private final InstantSource clock;

  /** What was brought over, and when its source was written. */
  private final Map<Path, FileTime> brought = new HashMap<>();

  /** What was brought over lately, and when. */
  private final Map<Path, Instant> young = new HashMap<>();

  /**
   * A site that is made of a server's WAR.
   *
   * @param source where pages and static files are written
   */
  DevelopmentSite(ServerHome home, Path source, InstantSource clock) {
    this.home = home;
    this.source = source;
    this.base = home.folder().resolve("dev").toAbsolutePath().normalize();
    this.clock = clock;
    this.exploded = base.resolve("deployments/fan-web.war");
  }

  /** Makes the folder anew. */
  void explode() throws IOException {
    deleteAll(base);
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

  /** Takes away what went from the source since the last time, and brings over what changed. */
  void follow() throws IOException {
    Map<Path, FileTime> now = times();
    for (Path gone : List.copyOf(brought.keySet())) {
      if (!now.containsKey(gone)) {
        takeAway(gone);
        brought.remove(gone);
      }
    }
    for (Map.Entry<Path, FileTime> file : now.entrySet()) {
      if (!file.getValue().equals(brought.get(file.getKey()))) {
        bring(file.getKey());
        brought.put(file.getKey(), file.getValue());
      }
    }
    touchAgain();
  }

  /** The files of the source, and when each was written. */
  private Map<Path, FileTime> times() throws IOException {
    Map<Path, FileTime> times = new TreeMap<>();
    try (Stream<Path> all = Files.walk(source)) {
      for (Path path : all.filter(Files::isRegularFile).toList()) {
        times.put(source.relativize(path), Files.getLastModifiedTime(path));
      }
    }
    return times;
  }

  /** Takes a file away, and the folders that are empty then. */
  private void takeAway(Path file) throws IOException {
    Path gone = exploded.resolve(file);
    while (!gone.equals(exploded) && isFileOrEmpty(gone)) {
      Files.deleteIfExists(gone);
      gone = gone.resolveSibling("");
    }
  }

  private static boolean isFileOrEmpty(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return true;
    }
    try (Stream<Path> inside = Files.list(path)) {
      return inside.findAny().isEmpty();
    }
  }

  private void bring(Path file) throws IOException {
    Path target = exploded.resolve(file);
    makeFolder(target.resolveSibling(""));
    if (Files.isDirectory(target)) {
      deleteAll(target);
    }
    copyFile(source.resolve(file), target);
    young.put(target, clock.instant());
  }

  /**
   * A page that was being compiled when it changed counts as compiled at the time of its new text:
   * it gets another time later.
   */
  private void touchAgain() throws IOException {
    Instant now = clock.instant();
    for (Map.Entry<Path, Instant> file : List.copyOf(young.entrySet())) {
      if (!now.isBefore(file.getValue().plus(COMPILATION))) {
        young.remove(file.getKey());
        if (Files.exists(file.getKey())) {
          Files.setLastModifiedTime(file.getKey(), FileTime.from(now));
        }
      }
    }
  }

  /** What was packaged as a file gives way. */
  private static void makeFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      makeFolder(folder.resolveSibling(""));
      Files.deleteIfExists(folder);
      Files.createDirectory(folder);
    }
  }

  private static void deleteAll(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> old = Files.walk(folder)) {
        for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.toList()) {
        Path target = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          copyFile(path, target);
        }
      }
    }
  }

  private static void copyFile(Path from, Path to) throws IOException {
    Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
  }
}
