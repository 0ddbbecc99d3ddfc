package fanweb.listing;

import fanweb.platform.Fault;
import fanweb.platform.RefusedException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads queries about rows that have these fields. A parameter that is not known is refused: a
 * filter that is silently dropped would show, or delete, more than was asked for.
 *
 * @param known the fields
 * @param searched those of them, all text, that {@code search} looks through
 */
public record Fields(List<Field> known, List<String> searched) {
  /** The most rows on a page. */
  public static final int LARGEST_PAGE = 100;

  /** The rows on a page when nothing else is asked for. */
  public static final int USUAL_PAGE = 20;

  /** The greatest number of a page. */
  public static final int LAST_PAGE = 1_000_000;

  /** The most values of {@link Lookup#IN}. */
  public static final int MOST_VALUES = 100;

  private static final Set<String> OF_LISTING = Set.of("page", "size", "ordering", "search");
  private static final Set<String> OF_BULK = Set.of("confirm", "search");

  /** Takes them over. */
  public Fields {
    known = List.copyOf(known);
    searched = List.copyOf(searched);
  }

  /**
   * Reads what is to be shown.
   *
   * @param query all values by name
   * @throws RefusedException when something in it is not known or wrong
   */
  public Listing listing(Map<String, List<String>> query) {
    return new Listing(
        selection(query, OF_LISTING),
        ordering(one(query, "ordering").orElse("")),
        (int) number(query, "page", 1, LAST_PAGE).orElse(1),
        (int) number(query, "size", 1, LARGEST_PAGE).orElse(USUAL_PAGE));
  }

  /**
   * Reads what is to be changed or deleted.
   *
   * @param query all values by name
   * @throws RefusedException when something in it is not known or wrong
   */
  public Bulk bulk(Map<String, List<String>> query) {
    return new Bulk(selection(query, OF_BULK), number(query, "confirm", 0, Integer.MAX_VALUE));
  }

  private Selection selection(Map<String, List<String>> query, Set<String> others) {
    List<Condition> conditions = new ArrayList<>();
    for (String parameter : query.keySet()) {
      if (!others.contains(parameter)) {
        conditions.add(condition(parameter, one(query, parameter).orElse(""), others));
      }
    }
    String search = Field.text("search", one(query, "search").orElse(""));
    return new Selection(conditions, search, searched);
  }

  private Condition condition(String parameter, String text, Set<String> others) {
    int split = parameter.indexOf("__");
    String name = split < 0 ? parameter : parameter.substring(0, split);
    Field field =
        find(name).orElseThrow(() -> refused(parameter, "is not known; " + allowed(others)));
    Lookup lookup =
        (split < 0 ? Optional.of(Lookup.EXACT) : Lookup.parse(parameter.substring(split + 2)))
            .filter(field::allows)
            .orElseThrow(() -> refused(parameter, "has no such lookup; " + lookups(field)));
    return new Condition(field, lookup, values(field, lookup, parameter, text));
  }

  private static List<Object> values(Field field, Lookup lookup, String parameter, String text) {
    if (lookup == Lookup.ISNULL) {
      if (!text.equals("true") && !text.equals("false")) {
        throw refused(parameter, "must be true or false");
      }
      return List.of(Boolean.valueOf(text));
    }
    if (lookup.isOfParts() && text.isEmpty()) {
      throw refused(parameter, "must not be empty: every text would do");
    }
    if (lookup != Lookup.IN) {
      return List.of(field.value(parameter, text));
    }
    List<Object> values =
        Arrays.stream(text.split(",", -1)).map(item -> field.value(parameter, item)).toList();
    if (values.size() > MOST_VALUES) {
      throw refused(parameter, "must be at most " + MOST_VALUES + " values");
    }
    return values;
  }

  private List<Listing.Order> ordering(String text) {
    List<Listing.Order> orders =
        Arrays.stream(text.split(",", -1))
            .filter(item -> !item.isEmpty())
            .map(this::order)
            .toList();
    // Also keeps the order as short as the list of fields, whatever was sent.
    if (orders.stream().map(Listing.Order::field).distinct().count() < orders.size()) {
      throw refused("ordering", "must name a field once");
    }
    return orders;
  }

  private Listing.Order order(String item) {
    return find(item.replaceFirst("^-", ""))
        .map(field -> new Listing.Order(field.name(), item.startsWith("-")))
        .orElseThrow(() -> refused("ordering", "must be made of " + names()));
  }

  private static OptionalLong number(
      Map<String, List<String>> query, String parameter, long min, long max) {
    Optional<String> text = one(query, parameter);
    if (text.isEmpty()) {
      return OptionalLong.empty();
    }
    if (text.get().matches("\\d{1,10}")) {
      long number = Long.parseLong(text.get());
      if (number >= min && number <= max) {
        return OptionalLong.of(number);
      }
    }
    throw refused(parameter, "must be a whole number from " + min + " to " + max);
  }

  private static Optional<String> one(Map<String, List<String>> query, String parameter) {
    List<String> values = query.getOrDefault(parameter, List.of());
    if (values.size() > 1) {
      throw refused(parameter, "must be given once");
    }
    return values.stream().findFirst();
  }

  private Optional<Field> find(String name) {
    return known.stream().filter(field -> field.name().equals(name)).findFirst();
  }

  private String names() {
    return known.stream().map(Field::name).collect(Collectors.joining(", "));
  }

  private String allowed(Set<String> others) {
    return "there are "
        + names()
        + " and "
        + others.stream().sorted().collect(Collectors.joining(", "));
  }

  private static String lookups(Field field) {
    return "there are "
        + Arrays.stream(Lookup.values())
            .filter(field::allows)
            .map(Lookup::word)
            .collect(Collectors.joining(", "));
  }

  private static RefusedException refused(String parameter, String detail) {
    return RefusedException.invalid(Fault.inQuery(parameter, detail));
  }
}
