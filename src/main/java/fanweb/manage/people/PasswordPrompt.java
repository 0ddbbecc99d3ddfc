package fanweb.manage.people;

import fanweb.manage.Console;
import fanweb.manage.Context;
import fanweb.manage.ExitCode;
import java.io.IOException;
import java.util.Arrays;
import org.jline.terminal.impl.exec.ExecTerminalProvider;
import org.jline.terminal.spi.SystemStream;
import org.jspecify.annotations.Nullable;

/**
 * Where a new password comes from: the variable {@value #VARIABLE}, else the terminal, where it is
 * asked for twice and not shown, else the first line of standard input. Never an argument, which
 * everybody on the machine can read.
 */
final class PasswordPrompt {
  static final String VARIABLE = "FANWEB_PASSWORD";

  /** What Java makes of letters that the locale's character set has not. */
  private static final char UNREADABLE = '\ufffd';

  private final Context context;

  PasswordPrompt(Context context) {
    this.context = context;
  }

  /**
   * Asks for it. Blocks until somebody answers.
   *
   * @throws fanweb.manage.Failure when the two are not the same, there is none, it would be seen,
   *     or it came in letters that were lost on the way
   */
  String ask() {
    String given = context.console().variable(VARIABLE);
    String password =
        given.isEmpty() ? Console.terminal().map(this::typed).orElseGet(this::piped) : given;
    if (password.indexOf(UNREADABLE) >= 0) {
      throw context.failure(ExitCode.USAGE, "people.unreadable");
    }
    return password;
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

  /** Somebody types, though the output goes elsewhere: Java would show what they type. */
  private boolean isTyped() {
    return context.console().input() == System.in
        && new ExecTerminalProvider().isSystemStream(SystemStream.Input);
  }

  private String piped() {
    if (isTyped()) {
      throw context.failure(ExitCode.USAGE, "people.seen");
    }
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
