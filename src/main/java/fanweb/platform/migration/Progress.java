package fanweb.platform.migration;

/** Hears how migrating goes on, on the thread that migrates. */
public interface Progress {
  /** Somebody else is migrating this database, and is waited for. */
  void waiting();

  /** A script begins. */
  void begins(Script script);

  /** It is done. */
  void done(Script script);

  /** Of those who do not want to know. */
  static Progress unheard() {
    return new Progress() {
      @Override
      public void waiting() {}

      @Override
      public void begins(Script script) {}

      @Override
      public void done(Script script) {}
    };
  }
}
