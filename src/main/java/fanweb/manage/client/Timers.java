package fanweb.manage.client;

import java.time.Duration;

/** Does one thing after the other, some of them later. All that is done is done on one thread. */
interface Timers extends AutoCloseable {
  /** Time that passes evenly, from any beginning. */
  Duration now();

  /** Does something as soon as all is done that was asked for before. Any thread. */
  void execute(Runnable what);

  /** Does something later. */
  Timer after(Duration wait, Runnable what);

  /** Leaves undone what is to be done later, and whatever is asked for from now on. Any thread. */
  @Override
  void close();

  /** Something that is to be done later. */
  interface Timer {
    /** One for which nothing is done. */
    Timer NONE = () -> {};

    /** Sees to it that it is not done any more. */
    void cancel();
  }
}
