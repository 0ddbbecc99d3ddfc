package fanweb.chat;

import fanweb.platform.Feature;
import fanweb.platform.SettingsReader;

/** Group chat as a feature. */
public final class ChatFeature implements Feature {
  @Override
  public String name() {
    return "chat";
  }

  @Override
  public void checkSettings(SettingsReader settings) {
    ChatSettings.read(settings);
  }
}
