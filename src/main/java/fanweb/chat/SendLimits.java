package fanweb.chat;

import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often authors may speak who send each message over a connection of its own, and so have no
 * {@link SendLimit} there. Remembers those who spoke last; whoever is forgotten has been silent for
 * longer than all of them. Any thread.
 */
public final class SendLimits {
  /** Authors remembered. */
  static final int MAX = 20_000;

  private final int perSecond;
  private final int burst;
  private final Map<String, SendLimit> limits = new Latest();

  /** Makes one; see {@link SendLimit#of}. */
  public SendLimits(int perSecond, int burst) {
    this.perSecond = perSecond;
    this.burst = burst;
  }

  /** Counts one more message of an author and says whether it may be sent now. */
  public synchronized boolean allows(String author) {
    SendLimit limit = limits.computeIfAbsent(author, id -> SendLimit.of(perSecond, burst));
    return limit.next() == SendLimit.Verdict.ALLOWED;
  }

  /** Forgets who spoke longest ago. */
  private static final class Latest extends LinkedHashMap<String, SendLimit> {
    @Serial private static final long serialVersionUID = 1L;
    private static final float LOAD = 0.75f;

    Latest() {
      super(16, LOAD, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, SendLimit> eldest) {
      return size() > MAX;
    }
  }
}
