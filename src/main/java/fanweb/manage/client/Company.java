package fanweb.manage.client;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who is in the group, as the server tells it: whole at first, then what changes. Any thread. */
final class Company {
  private final Map<String, String> names = new LinkedHashMap<>();
  private long count;

  /**
   * Somebody.
   *
   * @param author who it is
   * @param name what they want to be called; may be empty, and is anybody's
   */
  record Person(String author, String name) {
    /** Reads one: people, and events, have these two. */
    static Person of(JsonObject object) {
      return new Person(Frames.text(object, "author"), Frames.text(object, "name"));
    }
  }

  /** Takes in who is here, came or went; anything else is nothing to it. */
  synchronized void take(JsonObject news) {
    if (!Frames.text(news, "type").equals("presence")) {
      return;
    }
    count = Frames.number(news, "count").orElse(0);
    if (!news.containsKey("joined")) {
      names.clear();
    }
    people(news, "here").forEach(one -> names.put(one.author(), one.name()));
    people(news, "joined").forEach(one -> names.put(one.author(), one.name()));
    people(news, "left").forEach(one -> names.remove(one.author()));
  }

  private static List<Person> people(JsonObject news, String list) {
    JsonValue all = news.get(list);
    return all == null
        ? List.of()
        : all.asJsonArray().stream().map(JsonValue::asJsonObject).map(Person::of).toList();
  }

  /** Those who are known to be here; of a large group nobody is. */
  synchronized List<Person> people() {
    List<Person> all = new ArrayList<>();
    names.forEach((author, name) -> all.add(new Person(author, name)));
    return all;
  }

  /** How many are here. */
  synchronized long count() {
    return count;
  }
}
