package fanweb.manage.launch;

import fanweb.manage.Console;
import fanweb.manage.Context;
import fanweb.manage.Words;
import fanweb.platform.config.ProcessSettings;
import java.io.FileDescriptor;
import java.io.FileOutputStream;

/** Where the process begins. */
public final class Main {
  private Main() {}

  /** Runs one command and ends the process with its {@link ExitCode}. */
  public static void main(String[] args) {
    // Newer JDKs have another, which says that there is a terminal when there is none.
    System.setProperty("jdk.console", "java.base");
    // System.out keeps to itself that a disk is full or that nobody reads any more.
    FileOutputStream out = new FileOutputStream(FileDescriptor.out);
    Console console = new Console(System.in, out, System.err, System.getenv());
    Context context = new Context(console, Words.of(System.getenv()), ProcessSettings.ofProcess());
    System.exit(new Fanweb(context).run(args));
  }
}
