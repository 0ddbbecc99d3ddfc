package fanweb.chat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who is in a group on this node: people, not connections. Changes are told together, a few times a
 * second; each has a version, so that a connection needs to remember only which it was told last.
 * Any thread.
 *
 * <p>Somebody who comes in between is told who is here at that moment, what the next change will
 * tell included. So a change says what holds from now on, and may say what its hearer knows.
 */
final class Presence {
  /** Most people that are told by name; a larger group is told how many. */
  static final int MAX_NAMES = 100;

  /** The version of somebody who was told nothing yet. */
  static final long NONE = -1;

  private final Map<String, Person> here = new LinkedHashMap<>();

  /** Who was here when it was told last, and who came, went or changed since. */
  private final Map<String, Author> told = new HashMap<>();

  private final Map<String, Author> touched = new LinkedHashMap<>();
  private Ephemeral change = new Ephemeral.Presence(0, List.of());
  private boolean named = true;
  private Ephemeral.@Nullable Presence whole;
  private volatile long version;

  /** The number of the latest change. */
  long version() {
    return version;
  }

  synchronized void join(Author author) {
    Person person = here.get(author.id());
    here.put(author.id(), new Person(author, person == null ? 1 : person.connections() + 1));
    touch(author);
  }

  synchronized void leave(Author author) {
    Person person = here.get(author.id());
    if (person != null && person.connections() > 1) {
      here.put(author.id(), new Person(person.author(), person.connections() - 1));
    } else if (person != null) {
      here.remove(author.id());
      touch(author);
    }
  }

  private void touch(Author author) {
    touched.put(author.id(), author);
    whole = null;
  }

  /** Makes one change of all that happened since the last; answers whether there is one. */
  synchronized boolean settle() {
    List<Author> joined = new ArrayList<>();
    List<Author> left = new ArrayList<>();
    for (Author one : touched.values()) {
      Person person = here.get(one.id());
      Author before = person == null ? told.remove(one.id()) : told.put(one.id(), person.author());
      if (person == null) {
        // Also who came since the last time: a newcomer may have been told.
        left.add(before == null ? one : before);
      } else if (!person.author().equals(before)) {
        // Who has another name now is told like one who is new.
        joined.add(person.author());
      }
    }
    touched.clear();
    if (joined.isEmpty() && left.isEmpty()) {
      return false;
    }
    change = change(joined, left);
    version++;
    return true;
  }

  private Ephemeral change(List<Author> joined, List<Author> left) {
    boolean wasNamed = named;
    named = here.size() <= MAX_NAMES;
    // A group that is or was large is told as a whole: nobody has a list to be changed.
    return wasNamed && named && joined.size() + left.size() <= MAX_NAMES
        ? new Ephemeral.PresenceChange(here.size(), joined, left)
        : now();
  }

  /**
   * What somebody has missed who was told a version.
   *
   * @param seen which; {@link #NONE}: none
   */
  synchronized Seen since(long seen) {
    return new Seen(version, seen != NONE && seen == version - 1 ? change : now());
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
