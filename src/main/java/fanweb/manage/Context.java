package fanweb.manage;

import fanweb.platform.SettingsReader;
import fanweb.platform.config.ProcessSettings;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.function.Function;

/**
 * What every command is made with.
 *
 * @param console where it reads and writes
 * @param words its texts
 * @param settings those of the server, as this process sees them
 */
public record Context(Console console, Words words, ProcessSettings settings) {
  /** The settings as typed values. */
  public SettingsReader reader() {
    return settings.reader();
  }

  /** Writes a line for people on standard error. */
  public void say(String key, Object... arguments) {
    console.tell(words.of(key, arguments));
  }

  /**
   * Writes what was asked for on standard output, a line each or, for programs, as one JSON array.
   */
  public <T> void list(
      List<T> all, boolean json, Function<T, JsonObject> object, Function<T, String> line) {
    if (json) {
      JsonArrayBuilder array = Json.createArrayBuilder();
      all.forEach(one -> array.add(object.apply(one)));
      console.out().println(array.build());
    } else {
      all.forEach(one -> console.out().println(line.apply(one)));
    }
  }

  /**
   * Sees to it that all output so far could be written.
   *
   * @throws Failure without words when nobody reads it any more, as in a pipe; with the reason when
   *     there is another, as a full disk
   */
  public void demandWritten() {
    console
        .lost()
        .ifPresent(
            e -> {
              throw BrokenPipe.is(e)
                  ? Failure.silent(ExitCode.BROKEN_PIPE)
                  : failure(ExitCode.FAILED, "output_lost", "" + e.getMessage());
            });
  }

  /** What ends the command with a line of these words. */
  public Failure failure(int exitCode, String key, Object... arguments) {
    return new Failure(exitCode, words.of(key, arguments));
  }
}
