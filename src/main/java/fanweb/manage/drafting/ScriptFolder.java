package fanweb.manage.drafting;

import fanweb.manage.UndoneException;
import fanweb.manage.database.ScriptFile;
import fanweb.platform.migration.Migrations;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder in which scripts are written, with a folder for each feature.
 *
 * @param root where it is
 */
record ScriptFolder(Path root) {
  private static final Pattern NUMBERED = Pattern.compile("V(\\d+)__.*");

  /**
   * Ends the work unless it has every script that lies beside our classes: the entities would be
   * compared with the scripts of something else.
   *
   * @throws UndoneException with what is missing
   */
  void demandSources() {
    if (!Files.isDirectory(root)) {
      throw new UndoneException("makemigrations.no_folder", root);
    }
    Path packaged = Path.of(Migrations.ROOT);
    ScriptFile.all().stream()
        .map(script -> root.resolve(packaged.relativize(Path.of(script.path())).toString()))
        .filter(file -> !Files.exists(file))
        .findFirst()
        .ifPresent(
            file -> {
              throw new UndoneException("makemigrations.other_folder", root, file);
            });
  }

  /** The files that scripts would be, in their order: each has the next number of its feature. */
  Map<Path, DraftScript> files(List<DraftScript> drafts) {
    Map<String, Long> numbers = new HashMap<>();
    Map<Path, DraftScript> files = new LinkedHashMap<>();
    for (DraftScript draft : drafts) {
      Path folder = root.resolve(draft.feature());
      numbers.computeIfAbsent(draft.feature(), feature -> last(folder));
      long number = numbers.merge(draft.feature(), 1L, Long::sum);
      files.put(folder.resolve("V%03d__%s.sql".formatted(number, draft.name())), draft);
    }
    return files;
  }

  private static long last(Path folder) {
    try (Stream<Path> files = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
      return files
          .map(file -> NUMBERED.matcher(file.getFileName().toString()))
          .filter(Matcher::matches)
          .mapToLong(name -> Long.parseLong(name.group(1)))
          .max()
          .orElse(0);
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
  }

  /**
   * Writes them: all of them, or none. Changes no file that is there.
   *
   * @throws UndoneException with the first that cannot be written
   */
  static void write(Map<Path, DraftScript> files) {
    List<Path> made = new ArrayList<>();
    for (Map.Entry<Path, DraftScript> file : files.entrySet()) {
      Path path = file.getKey();
      try {
        Files.createDirectories(path.toAbsolutePath().getParent());
        Files.createFile(path);
        made.add(path);
        Files.writeString(path, file.getValue().text());
      } catch (IOException e) {
        made.forEach(one -> one.toFile().delete());
        throw unreadable(path, e);
      }
    }
  }

  private static UndoneException unreadable(Path path, IOException e) {
    String reason =
        e instanceof FileAlreadyExistsException ? "it is there already" : "" + e.getMessage();
    return new UndoneException(e, "makemigrations.not_written", path, reason);
  }
}
