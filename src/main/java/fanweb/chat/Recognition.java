package fanweb.chat;

import fanweb.account.AccountChange;
import fanweb.account.Identities;
import fanweb.account.Identity;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.function.Predicate;

/**
 * Sees to it that those who are here are who they were when they came. Who is not is sent away, to
 * come back as who they are now, or not. Any thread; does not block.
 */
final class Recognition {
  /**
   * How long a change is remembered for those who come in: longer than it takes from finding out
   * who somebody is to letting them in.
   */
  static final Duration REMEMBERED = Duration.ofSeconds(30);

  /** How old what is known of the guests' permissions may be. */
  static final Duration GUESTS_LATE = Duration.ofSeconds(3);

  /**
   * Identities that are asked about at the same time after a change, of which many hear at once.
   */
  private static final int CHANGED_AT_ONCE = 4;

  /** The same for the sweep, which is in no hurry. */
  private static final int SWEPT_AT_ONCE = 1;

  private static final Logger LOG = System.getLogger(Recognition.class.getName());

  private final Identities identities;
  private final Node node;
  private final Executor changes;
  private final Executor sweeps;
  private final Set<Visitor> visitors = ConcurrentHashMap.newKeySet();
  private final Queue<Heard> recent = new ConcurrentLinkedQueue<>();

  /** Who is to be asked about, and by whom they are here. */
  private final ConcurrentMap<Identity, Set<Visitor>> doubted = new ConcurrentHashMap<>();

  Recognition(Identities identities, Node node) {
    this.identities = identities;
    this.node = node;
    this.changes = new Lane(node.blocking(), CHANGED_AT_ONCE);
    this.sweeps = new Lane(node.blocking(), SWEPT_AT_ONCE);
  }

  /** Is responsible for somebody from now on, and for what they missed on their way in. */
  void admit(Visitor visitor) {
    visitors.add(visitor);
    recent.forEach(heard -> tell(visitor, heard.change()));
  }

  /** Is not responsible for them any more. */
  void forget(Visitor visitor) {
    visitors.remove(visitor);
  }

  /** Everybody, as of now. */
  List<Visitor> present() {
    return List.copyOf(visitors);
  }

  /** See {@link ChatConsumer#changed}. */
  void changed(AccountChange change) {
    forgetOld();
    recent.add(new Heard(node.nanoTime().getAsLong(), change));
    visitors.forEach(visitor -> tell(visitor, change));
    if (change instanceof AccountChange.RolesChanged) {
      node.later(GUESTS_LATE, () -> doubtAll(who -> !who.isSignedIn(), changes));
    }
  }

  /** See {@link ChatConsumer#recognise}. */
  void sweep() {
    forgetOld();
    doubtAll(who -> true, sweeps);
  }

  private void forgetOld() {
    long now = node.nanoTime().getAsLong();
    recent.removeIf(heard -> now - heard.nanoTime() > REMEMBERED.toNanos());
  }

  private void doubtAll(Predicate<Identity> which, Executor asking) {
    visitors.stream()
        .filter(visitor -> which.test(visitor.who()))
        .forEach(visitor -> doubt(visitor, asking));
  }

  private void tell(Visitor visitor, AccountChange change) {
    Identity who = visitor.who();
    if (change instanceof AccountChange.CredentialEnded ended) {
      if (who.proof() == ended.proof() && who.credential() == ended.credential()) {
        end(visitor, Ending.SIGNED_OUT);
      }
    } else if (change instanceof AccountChange.GuestClaimed claimed) {
      if (!who.isSignedIn() && who.author().equals(claimed.author())) {
        end(visitor, Ending.RIGHTS_CHANGED);
      }
    } else if (!(change instanceof AccountChange.UserChanged changed)
        || who.userId() == changed.userId()) {
      doubt(visitor, changes);
    }
  }

  private void doubt(Visitor visitor, Executor asking) {
    Identity who = visitor.who();
    switch (who.proof()) {
      case NONE -> {
        if (isOtherGuest(who)) {
          end(visitor, Ending.RIGHTS_CHANGED);
        }
      }
      case SESSION, TOKEN -> askAbout(who, visitor, asking);
      // Holds as long as the settings, which is as long as the node.
      case SETTING -> {}
    }
  }

  private boolean isOtherGuest(Identity who) {
    return !identities.guest(who.author()).permissions().equals(who.permissions())
        || (!who.author().isEmpty() && identities.isClaimed(who.author()));
  }

  private void askAbout(Identity who, Visitor visitor, Executor asking) {
    doubted.compute(
        who,
        (same, known) -> {
          Set<Visitor> all = known == null ? ConcurrentHashMap.newKeySet() : known;
          all.add(visitor);
          // A change does not wait behind a sweep that has the same question.
          if (known == null || asking == changes) {
            asking.execute(() -> ask(same));
          }
          return all;
        });
  }

  private void ask(Identity before) {
    Set<Visitor> here = doubted.remove(before);
    if (here == null) {
      return;
    }
    try {
      Optional<Identity> now = identities.again(before);
      if (now.isEmpty()) {
        here.forEach(visitor -> end(visitor, Ending.SIGNED_OUT));
      } else if (!now.get().equals(before)) {
        here.forEach(visitor -> end(visitor, Ending.RIGHTS_CHANGED));
      }
    } catch (RuntimeException e) {
      // A database that does not answer ends nobody; the next sweep asks again.
      LOG.log(Level.DEBUG, "event=identity_not_known", e);
    }
  }

  /** One visitor's failure is its own. */
  private static void end(Visitor visitor, Ending ending) {
    try {
      visitor.end(ending);
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "event=visitor_not_ended connection=" + visitor, e);
    }
  }

  private record Heard(long nanoTime, AccountChange change) {}
}
