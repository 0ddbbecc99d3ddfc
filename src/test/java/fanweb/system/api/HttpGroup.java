package fanweb.system.api;

import static org.assertj.core.api.Assertions.assertThat;

import fanweb.system.api.Api.Answer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A group as somebody sees it over HTTP.
 *
 * @param path its path, without a slash at the end
 * @param who asks
 */
record HttpGroup(String path, HttpGuest who) {
  private static final AtomicInteger MADE = new AtomicInteger();

  /** One in which nobody has spoken, seen by a new guest. */
  static HttpGroup fresh(Api api) {
    String name = "g" + ProcessHandle.current().pid() + "-" + MADE.incrementAndGet();
    return new HttpGroup("/api/groups/" + name, HttpGuest.at(api).anew());
  }

  /** The same for somebody else. */
  HttpGroup as(HttpGuest other) {
    return new HttpGroup(path, other);
  }

  HttpGroup asAnother() {
    return as(who.anew());
  }

  HttpGroup asMachine() {
    return as(who.machine());
  }

  /** With an idempotency key. */
  HttpGroup keyed(String key) {
    return as(who.with("Idempotency-Key", key));
  }

  String messages() {
    return path + "/messages";
  }

  /** Says something; the offset of it. */
  long say(String text) {
    Answer answer = trySaying(text);
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.json().getJsonNumber("offset").longValueExact();
  }

  Answer trySaying(String text) {
    return who.post(messages(), body(text));
  }

  static String body(String text) {
    return Json.createObjectBuilder().add("text", text).build().toString();
  }

  Answer edit(long offset, String text) {
    return who.send("PATCH", messages() + "/" + offset, body(text));
  }

  Answer delete(long offset) {
    return who.send("DELETE", messages() + "/" + offset, null);
  }

  Answer restrict(String author, String json) {
    return who.send("PUT", path + "/restrictions/" + author, json);
  }

  Answer configure(String json) {
    return who.send("PATCH", path + "/settings", json);
  }

  /** The group itself. */
  JsonObject tell() {
    return who.get(path).json();
  }

  /** The id of whoever asks. */
  String author() {
    return tell().getJsonObject("you").getString("author");
  }

  JsonObject page(String query) {
    Answer answer = who.get(messages() + (query.isEmpty() ? "" : "?" + query));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  List<JsonObject> events(String query) {
    return page(query).getJsonArray("messages").getValuesAs(JsonObject.class);
  }

  /** What messages say, or the type of what is no message, or † for what was deleted. */
  List<String> texts(String query) {
    return texts(page(query));
  }

  static List<String> texts(JsonObject page) {
    return page.getJsonArray("messages").getValuesAs(JsonObject.class).stream()
        .map(HttpGroup::text)
        .toList();
  }

  private static String text(JsonObject event) {
    if (!event.getString("type").equals("message")) {
      return event.getString("type");
    }
    return event.containsKey("deleted") ? "†" : event.getString("text");
  }
}
