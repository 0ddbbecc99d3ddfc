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
      default -> aboutPeople(operation, group);
    };
  }

  private Request aboutPeople(Operation operation, String group) {
    return switch (operation.id()) {
      // A program with the token in the settings is nobody who could own something.
      case "groups_found" -> new Request("POST", "/api/groups", "", founded(group));
      case "members_list" -> {
        appoint(group);
        yield new Request("GET", group + "/members", "", null);
      }
      case "members_put" -> new Request("PUT", group + "/members/u_7", "", "{\"rank\":\"member\"}");
      case "members_remove" -> new Request("DELETE", appoint(group), "", null);
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
    answers.addAll(provokeAboutPeople(operation));
    return answers;
  }

  private List<HttpResponse<String>> provokeAboutPeople(Operation operation) {
    Request twice = good(operation);
    return switch (operation.id()) {
      case "restrictions_lift" -> List.of(twice.by(open), twice.by(open));
      case "members_put", "members_remove" -> {
        List<HttpResponse<String>> answers = new ArrayList<>();
        answers.add(twice.by(open));
        answers.add(twice.by(open));
        String owner = twice.path().replaceFirst("[^/]*$", "u_9");
        open.send("PUT", owner, "{\"rank\":\"owner\"}");
        answers.add(new Request(twice.method(), owner, "", twice.body()).by(open));
        yield answers;
      }
      case "groups_found" ->
          List.of(twice.by(open), twice.by(open), twice.saying("{\"name\":\"mine\"}").by(open));
      default -> List.of();
    };
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

  private static String founded(String group) {
    String name = group.replaceFirst("/api/groups/", "");
    return "{\"name\":\"" + name + "\",\"owner\":\"u_7\",\"read\":\"members\"}";
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
