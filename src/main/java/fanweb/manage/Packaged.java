package fanweb.manage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The files that our own classes lie among, in a jar or in a folder. */
public final class Packaged {
  private static final String CLASS = ".class";

  private Packaged() {}

  /**
   * All files under a folder, as paths that a class loader knows, sorted; none without it. Any
   * thread.
   */
  public static List<String> under(String folder) {
    try {
      URI source = Packaged.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      Path place = Path.of(source);
      if (Files.isDirectory(place)) {
        return under(place, folder);
      }
      try (FileSystem jar = FileSystems.newFileSystem(place)) {
        return under(jar.getPath("/"), folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The names of our own classes. */
  public static Stream<String> classes() {
    return under("fanweb").stream()
        .filter(path -> path.endsWith(CLASS) && !path.endsWith("-info" + CLASS))
        .map(path -> path.substring(0, path.length() - CLASS.length()).replace('/', '.'));
  }

  /** Loads a class and does not initialize it; empty when it needs what only servers have. */
  public static Optional<Class<?>> load(String name) {
    try {
      return Optional.of(Class.forName(name, false, Packaged.class.getClassLoader()));
    } catch (ClassNotFoundException | LinkageError e) {
      return Optional.empty();
    }
  }

  private static List<String> under(Path root, String folder) throws IOException {
    Path start = root.resolve(folder);
    if (!Files.isDirectory(start)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(start)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }
}
