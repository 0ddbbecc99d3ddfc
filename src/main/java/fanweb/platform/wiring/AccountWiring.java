package fanweb.platform.wiring;

import fanweb.account.AccountPolicy;
import fanweb.account.AccountSettings;
import fanweb.account.Grants;
import fanweb.account.KnownPermissions;
import fanweb.account.Passwords;
import fanweb.account.TokenDesk;
import fanweb.account.Tokens;
import fanweb.account.Users;
import fanweb.account.password4j.Argon2PasswordHasher;
import fanweb.platform.SettingsReader;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;

/** Accounts of this node. */
@Singleton
public final class AccountWiring {
  @Produces
  @Singleton
  AccountSettings accountSettings(SettingsReader settings) {
    return AccountSettings.read(settings);
  }

  @Produces
  @Singleton
  Passwords passwords(AccountSettings settings) {
    return new Passwords(new Argon2PasswordHasher(settings), settings);
  }

  @Produces
  @Singleton
  KnownPermissions knownPermissions() {
    return KnownPermissions.installed();
  }

  @Produces
  @Singleton
  TokenDesk tokenDesk(Tokens tokens, Users users, Grants grants, AccountPolicy policy) {
    return new TokenDesk(
        tokens, users, grants, policy, new TokenDesk.Source(Clock.systemUTC(), new SecureRandom()));
  }
}
