package fanweb.chat;

import fanweb.platform.SettingsReader;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the settings of the chat injectable. */
@Dependent
final class ChatWiring {
  @Produces
  @Singleton
  ChatSettings chatSettings(SettingsReader settings) {
    return ChatSettings.read(settings);
  }
}
