package fanweb.manage.drafting;

import fanweb.manage.Console;
import fanweb.manage.Context;
import fanweb.manage.ExitCode;
import fanweb.manage.UndoneException;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where the values come from that rows from before get: the command line, else the terminal. */
final class DefaultPrompt {
  private final Context context;
  private final Map<String, String> given;

  /**
   * Asks for those that are not given.
   *
   * @param given values by column, as in {@code account_userinfo.age}
   */
  DefaultPrompt(Context context, Map<String, String> given) {
    this.context = context;
    this.given = given;
  }

  /**
   * The values as SQL, by column. Blocks until somebody answers.
   *
   * @throws fanweb.manage.Failure when one is missing and there is nobody to ask, or one is given
   *     that nothing needs
   * @throws UndoneException when a given one does not fit
   */
  Map<String, String> ask(List<NeededDefault> needed) {
    demandNeeded(needed);
    Map<String, String> literals = new LinkedHashMap<>();
    for (NeededDefault one : needed) {
      String value = given.get(one.column());
      if (value != null) {
        literals.put(one.column(), one.literal(value));
      }
    }
    List<NeededDefault> missing =
        needed.stream().filter(one -> !literals.containsKey(one.column())).toList();
    if (!missing.isEmpty() && Console.terminal().isEmpty()) {
      throw nobody(missing);
    }
    missing.forEach(one -> literals.put(one.column(), typed(one)));
    return literals;
  }

  private void demandNeeded(List<NeededDefault> needed) {
    given.keySet().stream()
        .filter(column -> needed.stream().noneMatch(one -> one.column().equals(column)))
        .findFirst()
        .ifPresent(
            column -> {
              throw context.failure(ExitCode.USAGE, "makemigrations.not_needed", column);
            });
  }

  private RuntimeException nobody(List<NeededDefault> missing) {
    return context.failure(
        ExitCode.USAGE,
        "makemigrations.no_default",
        missing.stream().map(NeededDefault::column).collect(Collectors.joining(", ")),
        missing.get(0).column());
  }

  /**
   * Asks until it is one. In the console's character set: Java's own terminal does not know that a
   * container's is UTF-8.
   */
  String typed(NeededDefault needed) {
    PrintWriter screen = context.console().err();
    while (true) {
      screen.print(context.words().of("makemigrations.ask", needed.column(), needed.type()));
      screen.flush();
      String line = line().orElseThrow(() -> nobody(List.of(needed)));
      try {
        return needed.literal(line);
      } catch (UndoneException e) {
        context.say(e.key(), e.arguments());
      }
    }
  }

  private Optional<String> line() {
    try {
      return Optional.ofNullable(context.console().in().readLine());
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
