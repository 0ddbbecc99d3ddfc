package fanweb.listing;

import java.util.List;
import java.util.function.Function;

/**
 * What one page holds.
 *
 * @param count how many rows there are on all pages
 * @param results those of the page
 * @param <T> what a row is
 */
public record Rows<T>(long count, List<T> results) {
  /** Takes them over. */
  public Rows {
    results = List.copyOf(results);
  }

  /** The same page of something else. */
  public <R> Rows<R> map(Function<T, R> change) {
    return new Rows<>(count, results.stream().map(change).toList());
  }
}
