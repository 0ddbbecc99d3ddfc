package fanweb.chat;

import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often each of many may speak who have no connection that remembers it: authors who send each
 * message over a new one, addresses. Remembers those who came last; whoever is forgotten begins
 * anew. Any thread.
 */
public final class SendLimits {
  /** How many are remembered. */
  static final int MAX = 20_000;

  private final int perSecond;
  private final int burst;
  private final Map<String, SendLimit> limits = new Latest();

  /** Makes one; see {@link SendLimit#of}. */
  public SendLimits(int perSecond, int burst) {
    this.perSecond = perSecond;
    this.burst = burst;
  }

  /** Counts one more message and says whether it may be sent now. */
  public boolean allows(String whose) {
    return of(whose).next() == SendLimit.Verdict.ALLOWED;
  }

  /** The limit of one. */
  synchronized SendLimit of(String whose) {
    return limits.computeIfAbsent(whose, id -> SendLimit.of(perSecond, burst));
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
