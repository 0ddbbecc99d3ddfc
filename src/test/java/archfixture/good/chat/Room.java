package archfixture.good.chat;

import archfixture.good.account.User;
import archfixture.good.channel.Group;
import archfixture.good.platform.Settings;
import io.github.bucket4j.Bucket;
import java.time.Clock;
import java.time.Instant;

public record Room(
    Group group, User author, Settings settings, Instant at, Bucket[] limits, int[] sizes) {
  private static final long SECOND = 1_000;

  boolean isOld(Clock clock) {
    return Instant.now(clock).minusMillis(SECOND).isAfter(at);
  }

  enum Kind {
    LOUD {
      @Override
      Runnable sound() {
        return new Runnable() {
          @Override
          public void run() {}
        };
      }
    };

    abstract Runnable sound();
  }
}
