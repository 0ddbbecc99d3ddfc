package fanweb.platform.pages;

import fanweb.platform.Feature;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Where a view is: the site's own folder first, then each feature's in registration order.
 * Remembers what it found.
 */
final class ViewLookup {
  private final List<String> folders;
  private final Predicate<String> exists;
  private final Map<String, String> found = new ConcurrentHashMap<>();

  /**
   * A lookup over these features.
   *
   * @param exists whether the deployment has a resource at a path
   */
  ViewLookup(List<Feature> features, Predicate<String> exists) {
    Stream<String> own =
        features.stream().map(feature -> "/WEB-INF/" + feature.name() + "/templates/");
    this.folders = Stream.concat(Stream.of("/WEB-INF/templates/"), own).toList();
    this.exists = exists;
  }

  /**
   * The path of a view.
   *
   * @throws IllegalArgumentException when there is none; the message names the folders
   */
  String path(String view) {
    return found.computeIfAbsent(view, this::search);
  }

  private String search(String view) {
    return folders.stream()
        .map(folder -> folder + view)
        .filter(exists)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no view " + view + " in " + folders));
  }
}
