package fanweb.platform.routes;

import jakarta.servlet.annotation.WebServlet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The routes of this deployment. Found when first asked for, then kept; safe for any thread. */
public final class Routes {
  private static final int MOST_SIMILAR = 3;
  private static final int MOST_SLIPS = 5;

  private final Supplier<List<Route>> finder;
  private volatile @Nullable List<Route> found;

  Routes(Supplier<List<Route>> finder) {
    this.finder = finder;
  }

  /**
   * Those of classes that no server has deployed.
   *
   * @param classes all of the project
   */
  public static Routes of(List<Class<?>> classes) {
    return new Routes(() -> new RouteFinder(classes, Routes::written).find());
  }

  private static List<String> written(Class<?> servlet) {
    WebServlet mapped = servlet.getAnnotation(WebServlet.class);
    return mapped == null
        ? List.of()
        : Stream.of(mapped.value(), mapped.urlPatterns()).flatMap(Stream::of).toList();
  }

  /** All of them by feature, features and paths in alphabetical order. */
  public Map<String, List<Route>> byFeature() {
    return all().stream()
        .collect(Collectors.groupingBy(Route::feature, TreeMap::new, Collectors.toList()));
  }

  /**
   * The few whose paths are most like this one, likeliest first; none when it is like nothing here.
   */
  public List<Route> similarTo(String path) {
    String wanted = open(path);
    return all().stream()
        .filter(route -> isNear(wanted, open(route.path())))
        .sorted(Comparator.comparingInt(route -> distance(wanted, open(route.path()))))
        .limit(MOST_SIMILAR)
        .toList();
  }

  private List<Route> all() {
    List<Route> known = found;
    if (known == null) {
      List<Route> routes = new ArrayList<>(finder.get());
      routes.sort(Comparator.comparing(Route::path).thenComparing(Route::method));
      known = List.copyOf(routes);
      found = known;
    }
    return known;
  }

  private static String open(String path) {
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  /** Lengths come first, so that nobody buys much work with a long path. */
  private static boolean isNear(String wanted, String known) {
    int slips = Math.min(MOST_SLIPS, Math.max(2, wanted.length() / 2));
    return Math.abs(wanted.length() - known.length()) <= slips && distance(wanted, known) <= slips;
  }

  /** Levenshtein's, in one row. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
