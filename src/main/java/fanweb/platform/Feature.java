package fanweb.platform;

import java.util.List;
import java.util.ServiceLoader;

/**
 * One feature of the project, found by {@link ServiceLoader}: a line in {@code META-INF/services}
 * installs it, and the order of the lines is the order in which views are looked up and migrations
 * run. Needs a public constructor without parameters, which may be called by any thread, also
 * without a server.
 */
public interface Feature {
  /**
   * Its package under {@code fanweb}, its folder in {@code db/migration} (if any), its folder of
   * views {@code WEB-INF/<name>/templates} and the place of its texts {@code
   * fanweb/<name>/messages_<language>.properties}, among them {@code feature.<name>}: what people
   * call it.
   */
  String name();

  /**
   * Reads every setting of the feature once, so that a wrong one stops the start. Does nothing by
   * default.
   *
   * @throws InvalidSettingException for the first setting that is wrong
   */
  default void checkSettings(SettingsReader settings) {}

  /**
   * Which settings are weak for a site that strangers can reach. Called after {@link
   * #checkSettings}. None by default.
   */
  default List<Weakness> weaknesses(SettingsReader settings) {
    return List.of();
  }

  /**
   * What one may be allowed to do with the feature, as codes of a model and an action: {@code
   * user.view}, {@code user.add}. Roles give them to people. None by default.
   */
  default List<String> permissions() {
    return List.of();
  }

  /** All features installed, in registration order; new instances for each call. */
  static List<Feature> installed() {
    return ServiceLoader.load(Feature.class, Feature.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .toList();
  }
}
