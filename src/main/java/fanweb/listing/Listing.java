package fanweb.listing;

import java.util.List;

/**
 * One page of some rows.
 *
 * @param selection which
 * @param ordering in what order; what it leaves open is decided by the id
 * @param page which page, from 1
 * @param size how many rows on a page
 */
public record Listing(Selection selection, List<Order> ordering, int page, int size) {
  /** Takes them over. */
  public Listing {
    ordering = List.copyOf(ordering);
  }

  /** How many rows come before the page. */
  public int offset() {
    return (page - 1) * size;
  }

  /**
   * One step of an order.
   *
   * @param field the name of a field
   * @param descending whether the greatest comes first
   */
  public record Order(String field, boolean descending) {}
}
