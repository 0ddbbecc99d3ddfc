package fanweb.chat;

import fanweb.platform.Feature;
import fanweb.platform.RedisSettings;
import fanweb.platform.SettingsReader;
import fanweb.platform.Weakness;
import java.util.ArrayList;
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
    ChatSettings.read(settings);
    DrainSettings.read(settings);
    RedisSettings.read(settings);
  }

  @Override
  public List<Weakness> weaknesses(SettingsReader settings) {
    ChatSettings chat = ChatSettings.read(settings);
    List<Weakness> found = new ArrayList<>(chat.weaknesses());
    if (chat.channelLayer().equals("redis") && RedisSettings.read(settings).password() == null) {
      found.add(
          Weakness.warning(
              "fanweb.redis.url",
              "whoever reaches that Redis may say anything in anybody's name; set a password"));
    }
    return found;
  }
}
