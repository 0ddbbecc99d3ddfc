package fanweb.chat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who is in a group on this node: people, not connections. Changes are told together, a few times a
 * second; each has a version, so that a connection needs to remember only which it was told last.
 * Any thread.
 */
final class Presence {
  /** Most people that are told by name; a larger group is told how many. */
  static final int MAX_NAMES = 100;

  private final Map<String, Person> here = new LinkedHashMap<>();
  private final Map<String, Author> joined = new LinkedHashMap<>();
  private final Map<String, Author> left = new LinkedHashMap<>();
  private Ephemeral.PresenceChange change = new Ephemeral.PresenceChange(0, List.of(), List.of());
  private Ephemeral.@Nullable Presence whole;
  private volatile long version;

  /** The number of the latest change. */
  long version() {
    return version;
  }

  synchronized void join(Author author) {
    Person person = here.get(author.id());
    here.put(author.id(), new Person(author, person == null ? 1 : person.connections() + 1));
    whole = null;
    if (person == null && left.remove(author.id()) == null) {
      joined.put(author.id(), author);
    }
  }

  synchronized void leave(Author author) {
    Person person = here.get(author.id());
    if (person == null) {
      return;
    }
    if (person.connections() > 1) {
      here.put(author.id(), new Person(person.author(), person.connections() - 1));
      return;
    }
    here.remove(author.id());
    whole = null;
    if (joined.remove(author.id()) == null) {
      left.put(author.id(), author);
    }
  }

  /** Makes one change of all that happened since the last; answers whether there is one. */
  synchronized boolean settle() {
    if (joined.isEmpty() && left.isEmpty()) {
      return false;
    }
    boolean named = Math.max(here.size(), joined.size() + left.size()) <= MAX_NAMES;
    change =
        new Ephemeral.PresenceChange(
            here.size(),
            named ? List.copyOf(joined.values()) : List.of(),
            named ? List.copyOf(left.values()) : List.of());
    joined.clear();
    left.clear();
    version++;
    return true;
  }

  /** What somebody has missed who was told a version. */
  synchronized Seen since(long seen) {
    return new Seen(version, seen == version - 1 ? change : now());
  }

  /** Who is here. */
  synchronized Ephemeral.Presence now() {
    Ephemeral.Presence known = whole;
    if (known == null) {
      List<Author> people = new ArrayList<>();
      if (here.size() <= MAX_NAMES) {
        here.values().forEach(person -> people.add(person.author()));
      }
      known = new Ephemeral.Presence(here.size(), people);
      whole = known;
    }
    return known;
  }

  /**
   * What is told.
   *
   * @param version up to which change it tells
   */
  record Seen(long version, Ephemeral news) {}

  private record Person(Author author, int connections) {}
}
