package fanweb.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Makes a list that fails small, so that a person can read it: Zeller's delta debugging. */
final class Shrinking {
  private Shrinking() {}

  /**
   * Leaves out what is not needed to fail.
   *
   * @param failing which fails
   * @param fails whether a list fails too
   * @return a part of it that fails and from which no single element can be left out
   */
  static <T> List<T> smallest(List<T> failing, Predicate<List<T>> fails) {
    List<T> smallest = failing;
    for (int length = Math.max(1, failing.size() / 2); length > 0; ) {
      List<T> smaller = withoutOnePart(smallest, length, fails);
      if (smaller.size() == smallest.size()) {
        length /= 2;
      }
      smallest = smaller;
    }
    return smallest;
  }

  private static <T> List<T> withoutOnePart(List<T> failing, int length, Predicate<List<T>> fails) {
    for (int from = 0; from < failing.size(); from += length) {
      List<T> rest = new ArrayList<>(failing.subList(0, from));
      rest.addAll(failing.subList(Math.min(failing.size(), from + length), failing.size()));
      if (fails.test(rest)) {
        return rest;
      }
    }
    return failing;
  }
}
