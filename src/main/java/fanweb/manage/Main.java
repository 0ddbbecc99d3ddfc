package fanweb.manage;

import fanweb.platform.config.ProcessSettings;

/** Where the process begins. */
public final class Main {
  private Main() {}

  /** Runs one command and ends the process with its {@link ExitCode}. */
  public static void main(String[] args) {
    // Newer JDKs have another, which says that there is a terminal when there is none.
    System.setProperty("jdk.console", "java.base");
    Console console = new Console(System.in, System.out, System.err, System.getenv());
    Context context = new Context(console, Words.of(System.getenv()), ProcessSettings.ofProcess());
    System.exit(new Fanweb(context).run(args));
  }
}
