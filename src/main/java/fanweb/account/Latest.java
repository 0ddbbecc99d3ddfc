package fanweb.account;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was used last, by a name of up to a hundred letters: at most {@value #MOST} of them, some
 * five megabytes. Not for several threads.
 *
 * @param <V> small things
 */
final class Latest<V> extends LinkedHashMap<String, V> {
  private static final int MOST = 25_000;
  private static final long serialVersionUID = 1L;

  Latest() {
    super(16, 0.75f, true);
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
    return size() > MOST;
  }
}
