package fanweb.system;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import fanweb.chat.JsonSpeaker;
import fanweb.chat.ProtocolDocument.Conversation;
import fanweb.chat.ProtocolDocument.Step;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says with real clients what a conversation says and checks that they hear what it tells: all of
 * it, in any order until somebody speaks again, and nothing else but what passes, of which it need
 * not tell everything. Groups get other names, so that they are new.
 */
final class Replay implements AutoCloseable {
  private static final Set<String> PASSING = Set.of("presence", "typing");
  private static final Pattern GROUP = Pattern.compile("\"group\":\"([a-z]+)\"");
  private static final Pattern NAME = Pattern.compile("\"(\\$[a-z]+)\"");
  private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z";

  private final String unique = UUID.randomUUID().toString();
  private final Map<String, JsonClient> clients = new LinkedHashMap<>();

  /** What somebody has heard and was expected to. */
  private final Map<String, List<JsonObject>> met = new HashMap<>();

  /** What stands for the names with a dollar sign. */
  private Map<String, String> values = new HashMap<>();

  /** Replays it. */
  void run(Conversation conversation) {
    for (Step step : conversation.steps()) {
      String text = GROUP.matcher(step.text()).replaceAll("\"group\":\"$1-" + unique + '"');
      if (!step.says()) {
        expect(step.who(), JsonSpeaker.object(text));
      } else if (text.equals("close")) {
        end(step.who());
      } else {
        client(step.who()).send(filled(text));
      }
    }
    List.copyOf(clients.keySet()).forEach(this::end);
  }

  private JsonClient client(String who) {
    return clients.computeIfAbsent(
        who, name -> JsonClient.connect("/ws/" + who + "-" + unique + "/"));
  }

  private void expect(String who, JsonObject expected) {
    JsonClient client = client(who);
    JsonObject actual =
        client.awaitOne(one -> !met(who).contains(one) && matches(expected, one, copy()));
    Map<String, String> known = copy();
    matches(expected, actual, known);
    values = known;
    met(who).add(actual);
  }

  /** Has somebody hang up, who must have heard nothing that was not expected. */
  private void end(String who) {
    JsonClient client = requireNonNull(clients.remove(who));
    JsonObject last = client.ask("\"type\":\"ping\"");
    List<JsonObject> rest = new ArrayList<>(client.heard());
    rest.removeAll(met(who));
    rest.remove(last);
    rest.removeIf(one -> PASSING.contains(one.getString("type")));
    assertThat(rest).as("heard by %s and not in the document", who).isEmpty();
    assertThat(met(who)).as("met by %s", who).doesNotHaveDuplicates();
    client.close();
    met.remove(who);
  }

  private List<JsonObject> met(String who) {
    return met.computeIfAbsent(who, name -> new ArrayList<>());
  }

  private Map<String, String> copy() {
    return new HashMap<>(values);
  }

  private String filled(String text) {
    return NAME.matcher(text)
        .replaceAll(
            name ->
                Matcher.quoteReplacement('"' + requireNonNull(values.get(name.group(1))) + '"'));
  }

  private static boolean matches(JsonValue expected, JsonValue actual, Map<String, String> known) {
    if (expected instanceof JsonObject object) {
      return actual instanceof JsonObject other
          && object.keySet().equals(other.keySet())
          && object.entrySet().stream()
              .allMatch(
                  field -> matches(field.getValue(), other.getValue("/" + field.getKey()), known));
    }
    if (expected instanceof JsonArray array) {
      // Who is here is told together with others.
      return actual instanceof JsonArray others
          && array.stream()
              .allMatch(one -> others.stream().anyMatch(other -> matches(one, other, known)));
    }
    return (expected instanceof JsonString text && text.getString().startsWith("$"))
        ? actual instanceof JsonString other && stands(text.getString(), other.getString(), known)
        : expected.equals(actual);
  }

  /** Whether a value may stand for a name: always the same; a time is any time. */
  private static boolean stands(String name, String value, Map<String, String> known) {
    if (name.equals("$time")) {
      return value.matches(TIME);
    }
    String before = known.putIfAbsent(name, value);
    return before == null || before.equals(value);
  }

  @Override
  public void close() {
    clients.values().forEach(JsonClient::close);
  }
}
