package fanweb.account.jpa;

import fanweb.listing.Condition;
import fanweb.listing.Listing;
import fanweb.listing.Lookup;
import fanweb.listing.Selection;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Order;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Selections and orders as parts of a criteria query. Values are always bound, never part of the
 * statement.
 *
 * @param builder of the query
 * @param row what it is about
 */
record Conditions(CriteriaBuilder builder, Root<?> row) {
  private static final char ESCAPE = '!';

  Predicate of(Selection selection) {
    Stream<Predicate> all = selection.conditions().stream().map(this::of);
    if (selection.search().isEmpty()) {
      return builder.and(all.toArray(Predicate[]::new));
    }
    Predicate found =
        builder.or(
            selection.searched().stream()
                .map(field -> like(lower(field), "%" + escaped(selection.search()) + "%", true))
                .toArray(Predicate[]::new));
    return builder.and(Stream.concat(all, Stream.of(found)).toArray(Predicate[]::new));
  }

  /** The last word has the id, so that pages do not overlap. */
  List<Order> of(List<Listing.Order> ordering) {
    Stream<Order> asked =
        ordering.stream()
            .map(
                order ->
                    order.descending()
                        ? builder.desc(row.get(order.field()))
                        : builder.asc(row.get(order.field())));
    return Stream.concat(asked, Stream.of(builder.asc(row.get("id")))).toList();
  }

  private Predicate of(Condition condition) {
    String field = condition.field().name();
    return switch (condition.lookup()) {
      case EXACT -> builder.equal(row.get(field), condition.value());
      case IN -> row.get(field).in(condition.values());
      case ISNULL ->
          condition.value().equals(true)
              ? builder.isNull(row.get(field))
              : builder.isNotNull(row.get(field));
      case GT, GTE, LT, LTE -> compared(condition);
      default -> matching(condition);
    };
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // the field's kind gave the value
  private Predicate compared(Condition condition) {
    Expression<? extends Comparable> field = row.get(condition.field().name());
    Comparable value = (Comparable) condition.value();
    return switch (condition.lookup()) {
      case GT -> builder.greaterThan(field, value);
      case GTE -> builder.greaterThanOrEqualTo(field, value);
      case LT -> builder.lessThan(field, value);
      default -> builder.lessThanOrEqualTo(field, value);
    };
  }

  private Predicate matching(Condition condition) {
    Lookup lookup = condition.lookup();
    String text = escaped(condition.value().toString());
    String pattern =
        switch (lookup) {
          case CONTAINS, ICONTAINS -> "%" + text + "%";
          case STARTSWITH, ISTARTSWITH -> text + "%";
          case ENDSWITH, IENDSWITH -> "%" + text;
          default -> text;
        };
    boolean anyCase = lookup.word().startsWith("i");
    String field = condition.field().name();
    return like(anyCase ? lower(field) : row.get(field), pattern, anyCase);
  }

  private Predicate like(Expression<String> field, String pattern, boolean anyCase) {
    return builder.like(field, anyCase ? pattern.toLowerCase(Locale.ROOT) : pattern, ESCAPE);
  }

  private Expression<String> lower(String field) {
    return builder.lower(row.get(field));
  }

  private static String escaped(String text) {
    return text.replaceAll("[%_!]", ESCAPE + "$0");
  }
}
