package fanweb.manage.client;

import java.time.Duration;

/** Does one thing after the other, some of them later. All that is done is done on one thread. */
interface Timers {
  /** Time that passes evenly, from any beginning. */
  Duration now();

  /** Does something as soon as all is done that was asked for before. Any thread. */
  void execute(Runnable what);

  /** Does something later. */
  Timer after(Duration wait, Runnable what);

  /** Something that is to be done later. */
  interface Timer {
    /** One for which nothing is done. */
    Timer NONE = () -> {};

    /** Sees to it that it is not done any more. */
    void cancel();
  }
}
