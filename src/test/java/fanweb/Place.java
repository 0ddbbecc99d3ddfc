package fanweb;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where a class lives: {@code fanweb.chat.ws} is adapter {@code ws} of feature {@code chat}; in
 * {@code fanweb.chat} the adapter's name is empty.
 */
record Place(String feature, String adapter) {
  /** Every feature and whom it may see; what is neither here nor wiring sees nobody. */
  private static final Map<String, Set<String>> MAY_SEE =
      Map.of(
          "account", Set.of("platform", "admin", "listing"),
          "admin", Set.of("platform", "listing"),
          "channel", Set.of(),
          "chat", Set.of("platform", "admin", "listing", "channel", "account"),
          "danmaku", Set.of("platform", "admin", "listing", "channel", "account", "chat"),
          "listing", Set.of("platform"),
          "support", Set.of("platform", "admin", "listing", "channel", "account", "chat"),
          "examples", Set.of("platform"));

  static Optional<Place> of(JavaClass type, String root) {
    String name = type.getBaseComponentType().getPackageName();
    if (!(name + ".").startsWith(root + ".")) {
      return Optional.empty();
    }
    String[] steps = name.substring(root.length()).split("\\.", -1);
    return Optional.of(
        new Place(steps.length > 1 ? steps[1] : "", steps.length > 2 ? steps[2] : ""));
  }

  boolean isRoot() {
    return adapter.isEmpty();
  }

  boolean isFeature() {
    return MAY_SEE.containsKey(feature);
  }

  /** Puts the parts together, so it may see all of them. */
  boolean isWiring() {
    return feature.equals("manage") || (feature.equals("platform") && !isRoot());
  }

  boolean sharesFeatureWith(Place other) {
    return feature.equals(other.feature);
  }

  boolean maySee(Place other) {
    return isWiring()
        || sharesFeatureWith(other)
        || MAY_SEE.getOrDefault(feature, Set.of()).contains(other.feature);
  }

  /** Both belong to one feature and serve different technologies; a codec serves them all. */
  boolean isStrangerTo(Place other) {
    return isFeature()
        && sharesFeatureWith(other)
        && !isRoot()
        && !other.isRoot()
        && !adapter.equals(other.adapter)
        && !other.adapter.equals("protocol");
  }
}
