package fanweb.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The classes of the command line as Java has them in memory (JEP 350), made once for all tests of
 * a process: to read and check them anew is more than half of what a command costs. Java does
 * without one that does not fit.
 */
final class ClassArchive {
  private static final ClassArchive ONE = new ClassArchive();

  private final Path file;

  private ClassArchive() {
    try {
      Path folder = Files.createTempDirectory("fanweb-classes");
      file = folder.resolve("fanweb.jsa");
      // The last that is named is the first to go.
      folder.toFile().deleteOnExit();
      file.toFile().deleteOnExit();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The option with which Java uses the one of a jar. */
  static String option(Path java, Path jar) {
    return "-XX:SharedArchiveFile=" + ONE.made(java, jar);
  }

  private synchronized Path made(Path java, Path jar) {
    if (!Files.exists(file)) {
      // At port 1 nobody listens; until that is known most classes are in use.
      List<String> command =
          List.of(
              java.toString(),
              "-XX:ArchiveClassesAtExit=" + file,
              "-jar",
              jar.toString(),
              "tail",
              "ws://127.0.0.1:1/ws/0/");
      try {
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    return file;
  }
}
