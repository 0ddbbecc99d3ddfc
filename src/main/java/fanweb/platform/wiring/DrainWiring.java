package fanweb.platform.wiring;

import fanweb.chat.ChatConsumer;
import fanweb.chat.Drain;
import fanweb.chat.DrainSettings;
import fanweb.chat.Node;
import fanweb.platform.SettingsReader;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** How this node empties before it stops. */
@Singleton
public final class DrainWiring {
  @Produces
  @Singleton
  Drain drain(ChatConsumer consumer, Node node, SettingsReader settings) {
    return new Drain(consumer, node, DrainSettings.read(settings).window());
  }
}
