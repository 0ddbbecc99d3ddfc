package fanweb.platform.wiring;

import fanweb.channel.ChannelLayer;
import fanweb.channel.memory.MemoryChannelLayer;
import fanweb.chat.ChatMeters;
import fanweb.chat.ChatRooms;
import fanweb.chat.ChatSettings;
import fanweb.chat.GroupActivity;
import fanweb.chat.GroupDirectory;
import fanweb.platform.SettingsReader;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The chat of this node. */
@Singleton
public final class ChatWiring {
  @Resource private @Nullable ManagedExecutorService executor;

  @Produces
  @Singleton
  ChatSettings chatSettings(SettingsReader settings) {
    return ChatSettings.read(settings);
  }

  @Produces
  @Singleton
  ChannelLayer<String> channelLayer(ChatSettings settings) {
    return switch (settings.channelLayer()) {
      case "memory" -> new MemoryChannelLayer<>(() -> UUID.randomUUID().toString());
      default -> throw new IllegalStateException(settings.channelLayer());
    };
  }

  @Produces
  @Singleton
  ChatMeters chatMeters(PrometheusRegistry registry) {
    return new ChatMeters(registry);
  }

  @Produces
  @Singleton
  GroupActivity groupActivity(GroupDirectory directory) {
    return new GroupActivity(directory, executor(), Clock.systemUTC());
  }

  @Produces
  @Singleton
  ChatRooms chatRooms(ChannelLayer<String> layer, ChatMeters meters, GroupActivity activity) {
    return new ChatRooms(layer, executor(), System::nanoTime, meters, activity);
  }

  private ManagedExecutorService executor() {
    return Objects.requireNonNull(executor);
  }
}
