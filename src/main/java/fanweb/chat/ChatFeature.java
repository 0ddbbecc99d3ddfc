package fanweb.chat;

import fanweb.platform.Feature;
import fanweb.platform.RedisSettings;
import fanweb.platform.SettingsReader;
import fanweb.platform.Weakness;
import java.util.List;

/** Group chat as a feature. */
public final class ChatFeature implements Feature {
  @Override
  public String name() {
    return "chat";
  }

  @Override
  public List<String> permissions() {
    return ChatPolicy.PERMISSIONS;
  }

  @Override
  public void checkSettings(SettingsReader settings) {
    DrainSettings.read(settings);
    if (ChatSettings.read(settings).channelLayer().equals("redis")) {
      RedisSettings.read(settings);
    }
  }

  @Override
  public List<Weakness> weaknesses(SettingsReader settings) {
    return ChatSettings.read(settings).weaknesses();
  }
}
