package fanweb.platform.wiring;

import fanweb.account.AccountSettings;
import fanweb.account.Passwords;
import fanweb.account.password4j.Argon2PasswordHasher;
import fanweb.platform.SettingsReader;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

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
}
