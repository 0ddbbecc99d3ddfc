package fanweb.system;

import fanweb.system.ApiScenarios.Request;
import fanweb.system.OpenApiDocument.Operation;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What {@link ApiScenarios} has for the operations about groups.
 *
 * @param open the API with its token
 */
record GroupScenarios(ApiClient open) {
  private static final AtomicInteger MADE = new AtomicInteger();
  private static final String GUEST = "t_" + "g".repeat(43);

  /** A request that is to succeed, in a group of its own. */
  Request good(Operation operation) {
    String group = "/api/groups/" + ApiScenarios.PREFIX + MADE.incrementAndGet() + "g";
    String text = "{\"text\":\"你好\"}";
    return switch (operation.id()) {
      case "groups_list" -> new Request("GET", "/api/groups", "limit=5", null);
      // A program with the token in the settings is nobody who could own something.
      case "groups_found" -> new Request("POST", "/api/groups", "", "{\"name\":\"taken\"}");
      case "members_list" -> {
        appoint(group);
        yield new Request("GET", group + "/members", "", null);
      }
      case "members_put" -> new Request("PUT", group + "/members/u_7", "", "{\"rank\":\"member\"}");
      case "members_remove" -> new Request("DELETE", appoint(group), "", null);
      case "groups_get" -> new Request("GET", group, "", null);
      case "groups_presence" -> new Request("GET", group + "/presence", "", null);
      case "groups_markRead" -> new Request("PUT", group + "/read", "", "{\"offset\":0}");
      case "groups_configure" ->
          new Request("PATCH", group + "/settings", "", "{\"title\":\"大厅\",\"durable\":true}");
      case "messages_post" -> new Request("POST", group + "/messages", "", text);
      case "messages_list" -> new Request("GET", eventful(group), "after=0&limit=9&wait=1", null);
      case "messages_get" -> new Request("GET", said(group), "", null);
      case "messages_edit" -> new Request("PATCH", said(group), "", text);
      case "messages_delete" -> new Request("DELETE", said(group), "", null);
      case "restrictions_list" -> {
        restrict(group);
        yield new Request("GET", group + "/restrictions", "", null);
      }
      case "restrictions_put" ->
          new Request("PUT", group + "/restrictions/g_x", "", "{\"kind\":\"ban\"}");
      case "restrictions_lift" -> new Request("DELETE", restrict(group), "", null);
      default -> throw new AssertionError("no scenario for " + operation.id());
    };
  }

  /** What may be answered in another way here alone. */
  List<HttpResponse<String>> provoke(Operation operation) {
    List<HttpResponse<String>> answers = new ArrayList<>();
    ApiClient guest = open.with("Authorization", "Bearer " + GUEST);
    Request request = good(operation);
    String group = request.path().replaceAll("(/api/groups/[^/]*).*", "$1");
    open.send("PATCH", group + "/settings", "{\"read\":\"moderators\",\"write\":\"moderators\"}");
    answers.add(request.by(guest));
    answers.add(good(operation).in(".hidden").by(open));
    answers.add(good(operation).asking("limit=0").by(open));
    if (operation.id().equals("messages_post")) {
      ApiClient keyed = open.with("Idempotency-Key", "k");
      Request keyedRequest = good(operation);
      answers.add(keyedRequest.by(keyed));
      answers.add(keyedRequest.by(keyed));
      answers.add(keyedRequest.saying("{\"text\":\"other\"}").by(keyed));
    }
    if (operation.id().equals("restrictions_lift")) {
      Request lift = good(operation);
      answers.add(lift.by(open));
      answers.add(lift.by(open));
    }
    return answers;
  }

  /** Says something in a group; the path of it. */
  private String said(String group) {
    String stored = open.send("POST", group + "/messages", "{\"text\":\"hallo\"}").body();
    try (JsonReader reader = Json.createReader(new StringReader(stored))) {
      return group + "/messages/" + reader.readObject().getInt("offset");
    }
  }

  /** Does everything that can happen in a group; the path of what happened. */
  private String eventful(String group) {
    String first = said(group);
    open.send("PATCH", first, "{\"text\":\"hello\",\"name\":\"n\"}");
    open.send("DELETE", said(group), null);
    open.send("PATCH", group + "/settings", "{\"slowSeconds\":1}");
    open.send("DELETE", restrict(group), null);
    open.send("DELETE", appoint(group), null);
    return group + "/messages";
  }

  /** Makes somebody a member of a group; the path of it. */
  private String appoint(String group) {
    String path = group + "/members/u_8";
    open.send("PUT", path, "{\"rank\":\"moderator\"}");
    return path;
  }

  /** Restricts somebody in a group; the path of it. */
  private String restrict(String group) {
    String path = group + "/restrictions/g_y";
    open.send("PUT", path, "{\"kind\":\"mute\",\"until\":\"2100-01-01T00:00:00.5Z\"}");
    return path;
  }
}
