package fanweb.account;

import fanweb.platform.Feature;
import fanweb.platform.SettingsReader;
import fanweb.platform.Weakness;
import java.util.List;

/** People and roles as a feature. */
public final class AccountFeature implements Feature {
  @Override
  public String name() {
    return "account";
  }

  @Override
  public List<String> permissions() {
    return AccountPolicy.PERMISSIONS;
  }

  @Override
  public void checkSettings(SettingsReader settings) {
    AccountSettings.read(settings);
    SignInSettings.read(settings);
  }

  @Override
  public List<Weakness> weaknesses(SettingsReader settings) {
    return AccountSettings.read(settings).weaknesses();
  }
}
