package fanweb.chat.rest;

import fanweb.platform.Fault;
import fanweb.platform.OneLineText;
import fanweb.platform.QueryParameters;
import fanweb.platform.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes the values out of a query and notes everything that is wrong with it. One thread. */
final class QueryReader {
  private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,17}");

  private final Map<String, List<String>> values;
  private final Set<String> known;
  private final List<Fault> faults = new ArrayList<>();

  /**
   * Reads a query.
   *
   * @param query as it was sent; null for none
   * @param known what it may have
   * @throws RefusedException when it is no query
   */
  QueryReader(@Nullable String query, Set<String> known) {
    this.values = QueryParameters.parse(query);
    this.known = known;
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  /** Notes what is wrong with a parameter; one that is not known is wrong anyway. */
  void fault(String name, String detail) {
    if (known.contains(name)) {
      faults.add(Fault.inQuery(name, detail));
    }
  }

  /** A whole number; null when there is none. */
  @Nullable Long number(String name, long min, long max) {
    String text = one(name);
    if (text == null) {
      return null;
    }
    long number = NUMBER.matcher(text).matches() ? Long.parseLong(text) : -1;
    if (number >= min && number <= max) {
      return number;
    }
    fault(name, "must be a whole number from " + min + " to " + max);
    return null;
  }

  /** A small whole number. */
  int count(String name, int min, int max, int usual) {
    Long number = number(name, min, max);
    return number == null ? usual : number.intValue();
  }

  /** A text of a certain form; null when there is none. */
  @Nullable String matching(String name, Pattern form, String otherwise) {
    String text = one(name);
    if (text != null && !form.matcher(text).matches()) {
      fault(name, otherwise);
    }
    return text;
  }

  /** A text in one line; null when there is none. */
  @Nullable String line(String name, int max) {
    String text = one(name);
    if (text == null) {
      return null;
    }
    String line = OneLineText.parse(text, max).orElse(null);
    if (line == null) {
      fault(name, "must have 1 to " + max + " characters, none of them a control character");
    }
    return line;
  }

  /**
   * Ends the reading.
   *
   * @throws RefusedException when anything was wrong
   */
  void end() {
    String all = String.join(", ", known.stream().sorted().toList());
    values.keySet().stream()
        .filter(name -> !known.contains(name))
        .forEach(name -> faults.add(Fault.inQuery(name, "is no parameter here; there are " + all)));
    if (!faults.isEmpty()) {
      throw RefusedException.invalid(faults);
    }
  }

  private @Nullable String one(String name) {
    List<String> given = values.getOrDefault(name, List.of());
    if (given.size() > 1) {
      fault(name, "is there more than once");
    }
    return given.isEmpty() ? null : given.get(0);
  }
}
