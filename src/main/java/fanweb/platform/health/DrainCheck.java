package fanweb.platform.health;

import fanweb.chat.Drain;
import fanweb.platform.NotReadyException;
import fanweb.platform.ReadinessCheck;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Whether people may come to this node: not any more while it sends everybody away. */
@Dependent
final class DrainCheck implements ReadinessCheck {
  private final Drain drain;

  @Inject
  DrainCheck(Drain drain) {
    this.drain = drain;
  }

  @Override
  public String name() {
    return "draining";
  }

  @Override
  public void check() throws NotReadyException {
    if (drain.isUnderWay()) {
      throw new NotReadyException("the node is stopping");
    }
  }
}
