package fanweb.chat;

import fanweb.account.Identities;
import fanweb.account.Identity;
import fanweb.account.Permissions;
import fanweb.account.Secret;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Whom a node knows, in memory, for tests; each user has one session. Any thread. */
public final class People implements Identities {
  private static final Permissions MESSAGES =
      new Permissions(
          Set.of(
              ChatPolicy.VIEW_MESSAGES,
              ChatPolicy.ADD_MESSAGES,
              ChatPolicy.CHANGE_MESSAGES,
              ChatPolicy.DELETE_MESSAGES));

  private final ConcurrentMap<Long, Identity> users = new ConcurrentHashMap<>();
  private final Set<String> claimed = ConcurrentHashMap.newKeySet();
  private final AtomicInteger questions = new AtomicInteger();
  private volatile Permissions guests = MESSAGES;
  private final ConcurrentMap<Long, CompletableFuture<Void>> held = new ConcurrentHashMap<>();
  private volatile boolean answering = true;

  /** Somebody who may speak, and more, signs in, or is another from now on. */
  public Identity user(long id, String name, String... more) {
    Permissions permissions =
        MESSAGES
            .and(Permissions.of(List.of(ChatPolicy.USE_RANKS)))
            .and(Permissions.of(Arrays.asList(more)));
    Identity who =
        new Identity(
            Identity.Proof.SESSION, 100 + id, id, Identity.authorOf(id), name, permissions);
    users.put(id, who);
    return who;
  }

  /** Their session is over. */
  public void signOut(long id) {
    users.remove(id);
  }

  /** A guest's author is a user's from now on. */
  public void claim(String author) {
    claimed.add(author);
  }

  /** What guests may do from now on. */
  public void allowGuests(String... codes) {
    guests = Permissions.of(Arrays.asList(codes));
  }

  /** Whether the database answers. */
  public void answer(boolean does) {
    answering = does;
  }

  /** Whoever asks about a user waits, until {@link #letGo}. */
  public void hold(long id) {
    held.put(id, new CompletableFuture<>());
  }

  /** Nobody waits any more. */
  public void letGo() {
    held.values().forEach(one -> one.complete(null));
  }

  /** How often somebody was asked about. */
  public int questions() {
    return questions.get();
  }

  @Override
  public Optional<Identity> bySession(Secret secret) {
    return Optional.empty();
  }

  @Override
  public Optional<Entry> enter(Secret secret) {
    return Optional.empty();
  }

  @Override
  public Optional<Identity> byToken(Secret secret) {
    return Optional.empty();
  }

  @Override
  public Optional<Identity> again(Identity before) {
    questions.incrementAndGet();
    held.getOrDefault(before.userId(), CompletableFuture.completedFuture(null)).join();
    if (!answering) {
      throw new IllegalStateException("no database");
    }
    return Optional.ofNullable(users.get(before.userId()));
  }

  @Override
  public Identity guest(String author) {
    return Identity.guest(author, guests);
  }

  @Override
  public boolean isClaimed(String author) {
    return claimed.contains(author);
  }
}
