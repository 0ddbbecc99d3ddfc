package fanweb.manage.launch;

import fanweb.manage.Console;
import fanweb.manage.Context;
import fanweb.manage.Words;
import fanweb.platform.config.ProcessSettings;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Where the process begins. */
public final class Main {
  private Main() {}

  /** Runs one command and ends the process with its {@link ExitCode}. */
  public static void main(String[] args) {
    // Newer JDKs have another, which says that there is a terminal when there is none.
    System.setProperty("jdk.console", "java.base");
    // System.out keeps to itself that a disk is full or that nobody reads any more.
    FileOutputStream out = new FileOutputStream(FileDescriptor.out);
    Map<String, String> variables = variables();
    Console console = new Console(System.in, out, System.err, variables);
    Context context = new Context(console, Words.of(variables), ProcessSettings.ofProcess());
    System.exit(new Fanweb(context).run(args));
  }

  /** Those of the process, with the language that the launcher put UTF-8 in the place of. */
  private static Map<String, String> variables() {
    Map<String, String> variables = new HashMap<>(System.getenv());
    Optional.ofNullable(System.getProperty("fanweb.lc_all"))
        .ifPresent(locale -> variables.put("LC_ALL", locale));
    return variables;
  }
}
