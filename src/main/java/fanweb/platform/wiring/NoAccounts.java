package fanweb.platform.wiring;

import fanweb.account.Grants;
import fanweb.account.Identities;
import fanweb.account.Identity;
import fanweb.account.Secret;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Whom one knows without sessions: guests, who stay guests, and whoever has a token. */
@Singleton
public final class NoAccounts implements Identities {
  private final Grants grants;

  @Inject
  NoAccounts(Grants grants) {
    this.grants = grants;
  }

  @Override
  public Optional<Identity> bySession(Secret secret) {
    return Optional.empty();
  }

  @Override
  public Optional<Identity> byToken(Secret secret) {
    return Optional.empty();
  }

  @Override
  public Optional<Identity> again(Identity before) {
    return Optional.of(before);
  }

  @Override
  public Identity guest(String author) {
    return Identity.guest(author, grants.ofGuests());
  }

  @Override
  public boolean isClaimed(String author) {
    return false;
  }
}
