package fanweb.platform.routes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The routes of this deployment. Found when first asked for, then kept; safe for any thread. */
public final class Routes {
  private static final int MOST_SIMILAR = 3;

  private final Supplier<List<Route>> finder;
  private volatile @Nullable List<Route> found;

  Routes(Supplier<List<Route>> finder) {
    this.finder = finder;
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
        .filter(route -> distance(wanted, open(route.path())) <= Math.max(2, wanted.length() / 2))
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

  /**
   * Levenshtein's, in one row; long paths are cut, so that nobody buys much work with one request.
   */
  private static int distance(String a, String b) {
    String left = a.substring(0, Math.min(a.length(), 100));
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substituted = diagonal + (left.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
