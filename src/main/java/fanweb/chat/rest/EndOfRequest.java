package fanweb.chat.rest;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;

/**
 * Hears when a request is over that went on after its thread had left it, however it ended.
 *
 * @param action done at least once; any thread
 */
record EndOfRequest(Runnable action) implements AsyncListener {
  @Override
  public void onComplete(AsyncEvent event) {
    action.run();
  }

  @Override
  public void onTimeout(AsyncEvent event) {
    action.run();
  }

  @Override
  public void onError(AsyncEvent event) {
    action.run();
  }

  @Override
  public void onStartAsync(AsyncEvent event) {
    // Nobody begins it again.
  }
}
