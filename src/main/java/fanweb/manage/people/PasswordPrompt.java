package fanweb.manage.people;

import fanweb.manage.Console;
import fanweb.manage.Context;
import fanweb.manage.ExitCode;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where a new password comes from: the variable {@value #VARIABLE}, else the terminal, where it is
 * asked for twice and not shown, else the first line of standard input. Never an argument, which
 * everybody on the machine can read.
 */
final class PasswordPrompt {
  static final String VARIABLE = "FANWEB_PASSWORD";

  private final Context context;

  PasswordPrompt(Context context) {
    this.context = context;
  }

  /**
   * Asks for it. Blocks until somebody answers.
   *
   * @throws fanweb.manage.Failure when the two are not the same, or there is none
   */
  String ask() {
    String given = context.console().variable(VARIABLE);
    if (!given.isEmpty()) {
      return given;
    }
    return Console.terminal().map(this::typed).orElseGet(this::piped);
  }

  private String typed(java.io.Console terminal) {
    char[] first = typed(terminal, "people.password");
    char[] second = typed(terminal, "people.again");
    if (first == null || second == null || first.length == 0) {
      throw context.failure(ExitCode.USAGE, "people.no_password", VARIABLE);
    }
    if (!Arrays.equals(first, second)) {
      throw context.failure(ExitCode.FAILED, "people.not_the_same");
    }
    return new String(first);
  }

  /** Java would ask in the letters of a locale that the system may not have. */
  private char @Nullable [] typed(java.io.Console terminal, String question) {
    context.console().err().print(context.words().of(question));
    context.console().err().flush();
    return terminal.readPassword();
  }

  private String piped() {
    try {
      String line = context.console().in().readLine();
      if (line == null || line.isEmpty()) {
        throw context.failure(ExitCode.USAGE, "people.no_password", VARIABLE);
      }
      return line;
    } catch (IOException e) {
      throw context.failure(ExitCode.USAGE, "people.no_password", VARIABLE);
    }
  }
}
