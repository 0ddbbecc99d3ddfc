package fanweb.account;

import fanweb.platform.Feature;
import fanweb.platform.SettingsReader;

/** People and roles as a feature. */
public final class AccountFeature implements Feature {
  @Override
  public String name() {
    return "account";
  }

  @Override
  public void checkSettings(SettingsReader settings) {
    AccountSettings.read(settings);
  }
}
