package fanweb.account;

import fanweb.account.AccountChange.GuestClaimed;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The authors' ids of guests who became users, also of those who are gone since, kept in memory,
 * for every guest's request asks for one. Read from the database once, kept up to date by the
 * changes. Any thread.
 */
public final class ClaimedGuests implements ChangeListener {
  private final People people;
  private final Set<String> known = ConcurrentHashMap.newKeySet();
  private volatile boolean loaded;

  /** Reads nothing yet. */
  public ClaimedGuests(People people) {
    this.people = people;
  }

  /** Reads them, should one have been missed. Blocks. */
  public void renew() {
    known.addAll(people.claimed());
    loaded = true;
  }

  /** Whether one is among them. Blocks until they were read once. */
  boolean contains(String author) {
    if (!loaded) {
      renew();
    }
    return known.contains(author);
  }

  @Override
  public void changed(AccountChange change) {
    if (change instanceof GuestClaimed claimed) {
      known.add(claimed.author());
    }
  }
}
