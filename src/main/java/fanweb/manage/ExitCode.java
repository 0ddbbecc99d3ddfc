package fanweb.manage;

import fanweb.platform.launch.FailedStart;

/** What the process tells whoever started it. */
public final class ExitCode {
  /** All is done. */
  public static final int OK = 0;

  /** It could not be done, or not all of it; what and why is on standard error. */
  public static final int FAILED = 1;

  /** The command or a setting is wrong; nothing was tried. */
  public static final int USAGE = FailedStart.WRONG_SETTING;

  /** The database does not answer, refuses, or is not as this version wants it. */
  public static final int UNUSABLE_DATABASE = FailedStart.UNUSABLE_DATABASE;

  /** The embedded database is open in another process, the server most likely. */
  public static final int DATABASE_IN_USE = 4;

  /** Nobody answers at the URL, or it is no chat. */
  public static final int UNREACHABLE = 5;

  /** The server refuses: a token that is nobody's, a group that one may not read. */
  public static final int REFUSED = 6;

  /** Ctrl-C. */
  public static final int INTERRUPTED = 130;

  /** Nobody reads the output any more. */
  public static final int BROKEN_PIPE = 141;

  private ExitCode() {}
}
