package fanweb.system;

import fanweb.system.OpenApiDocument.Operation;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Requests that do what an operation is for, and requests that together provoke whatever it may
 * answer. An operation that is not known here is an error.
 *
 * @param open the API with its token
 * @param closed a deployment that has no token
 */
record ApiScenarios(ApiClient open, ApiClient closed) {
  /** What all names start with that are stored here. */
  static final String PREFIX = "oas" + ProcessHandle.current().pid() + "-";

  private static final AtomicInteger MADE = new AtomicInteger();
  private static final String HUGE = "{\"name\":\"" + "x".repeat(1 << 20) + "\"}";

  /** A new one by the name of its collection, and the field that no two may have the same. */
  private static final Map<String, String> NEW =
      Map.of(
          "users", "{\"name\":\"%1$s\",\"login\":\"%1$s\",\"password\":\"correct horse\"}",
          "roles", "{\"name\":\"%1$s\",\"code\":\"%1$s\"}");

  private static final Map<String, String> UNIQUE = Map.of("users", "login", "roles", "code");

  /**
   * A request.
   *
   * @param query without its question mark; empty for none
   */
  record Request(String method, String path, String query, @Nullable String body) {
    Request asking(String other) {
      return new Request(method, path, other, body);
    }

    Request saying(String other) {
      return new Request(method, path, query, other);
    }

    /** The same in another group. */
    Request in(String group) {
      String other = path.replaceFirst("(/api/groups/)[^/]+", "$1" + group);
      return new Request(method, other, query, body);
    }

    Request forNobody() {
      return new Request(
          method,
          path.replaceFirst("/\\d+(?=/(tokens|sessions|reset-link)$|$)", "/0"),
          query,
          body);
    }

    HttpResponse<String> by(ApiClient client) {
      return client.send(method, query.isEmpty() ? path : path + "?" + query, body);
    }
  }

  /** A request that is to succeed; whatever it is about is made for it. */
  Request good(Operation operation) {
    String[] name = operation.id().split("_", 2);
    if (operation.id().equals("tokens_listOfUser")) {
      return ofNewUser("GET", "tokens");
    }
    if (!NEW.containsKey(name[0])) {
      return new GroupScenarios(open).good(operation);
    }
    String all = "/api/" + name[0];
    String fresh = fresh(name[0]);
    return switch (name[1]) {
      case "create" -> new Request("POST", all, "", fresh);
      case "list" ->
          new Request("GET", all, "name__startswith=oas&ordering=-id&page=1&size=5", null);
      case "updateAll" ->
          new Request("PATCH", all, one(all, fresh), "{\"name\":\"" + PREFIX + "\"}");
      case "deleteAll" -> new Request("DELETE", all, one(all, fresh), null);
      case "get" -> new Request("GET", all + "/" + made(all, fresh), "", null);
      case "update" -> new Request("PATCH", all + "/" + made(all, fresh), "", fresh);
      case "delete" -> new Request("DELETE", all + "/" + made(all, fresh), "", null);
      case "endSessions" -> ofNewUser("DELETE", "sessions");
      case "resetLink" -> ofNewUser("POST", "reset-link");
      default -> throw new AssertionError("no scenario for " + operation.id());
    };
  }

  private static String fresh(String collection) {
    return NEW.getOrDefault(collection, "").formatted(PREFIX + MADE.incrementAndGet());
  }

  private Request ofNewUser(String method, String what) {
    return of(made("/api/users", fresh("users")), method, what);
  }

  private static Request of(int user, String method, String what) {
    return new Request(method, "/api/users/" + user + "/" + what, "", null);
  }

  private String one(String all, String fresh) {
    return "id=" + made(all, fresh) + "&confirm=1";
  }

  private int made(String all, String fresh) {
    try (JsonReader reader = Json.createReader(new StringReader(sent(all, fresh)))) {
      return reader.readObject().getInt("id");
    }
  }

  private int builtIn() {
    String found = open.send("GET", "/api/roles?code=guest", null).body();
    try (JsonReader reader = Json.createReader(new StringReader(found))) {
      return reader.readObject().getJsonArray("results").getJsonObject(0).getInt("id");
    }
  }

  private String sent(String all, String fresh) {
    return open.send("POST", all, fresh).body();
  }

  /** Does all that may be answered in another way. */
  List<HttpResponse<String>> provoke(Operation operation) {
    List<HttpResponse<String>> answers = new ArrayList<>(provokeByBody(operation));
    Consumer<ApiClient> by = client -> answers.add(good(operation).by(client));
    by.accept(open.without("Authorization"));
    by.accept(open.with("Authorization", "Bearer nonsense"));
    by.accept(open.with("Cookie", "a=b"));
    by.accept(closed);
    by.accept(open.with("Accept", "text/plain"));
    by.accept(open.with("Content-Type", "text/plain"));
    by.accept(open.with("If-Match", "nonsense"));
    by.accept(open.with("If-Match", "\"999\""));
    by.accept(open.with("If-None-Match", "*"));
    answers.add(good(operation).asking("nonsense=1").by(open));
    answers.add(good(operation).asking("name=nobody&confirm=987654").by(open));
    answers.add(good(operation).forNobody().by(open));
    answers.addAll(provokeConflict(operation));
    return answers;
  }

  private List<HttpResponse<String>> provokeConflict(Operation operation) {
    List<HttpResponse<String>> answers = new ArrayList<>();
    if (operation.path().startsWith("/api/groups")) {
      answers.addAll(new GroupScenarios(open).provoke(operation));
    } else if (good(operation).body() != null) {
      answers.add(good(operation).saying(taken(operation)).by(open));
    } else if (operation.id().equals("roles_delete")) {
      answers.add(new Request("DELETE", "/api/roles/" + builtIn(), "", null).by(open));
    } else if (operation.id().equals("users_resetLink")) {
      String withoutLogin = "{\"name\":\"" + PREFIX + "\",\"password\":\"correct horse\"}";
      answers.add(of(made("/api/users", withoutLogin), "POST", "reset-link").by(open));
    }
    return answers;
  }

  private List<HttpResponse<String>> provokeByBody(Operation operation) {
    return good(operation).body() == null
        ? List.of()
        : List.of(good(operation).saying("{").by(open), good(operation).saying(HUGE).by(open));
  }

  /** A body with the value of another one. */
  private String taken(Operation operation) {
    String name = operation.id().split("_", 2)[0];
    String other = PREFIX + MADE.incrementAndGet();
    String draft = NEW.getOrDefault(name, "").formatted(other);
    made("/api/" + name, draft);
    return operation.method().equals("POST")
        ? draft
        : "{\"" + UNIQUE.get(name) + "\":\"" + other + "\"}";
  }

  /** Deletes all that was made. */
  void tidy() {
    for (String name : NEW.keySet()) {
      String ours = "/api/" + name + "?name__startswith=" + PREFIX;
      try (JsonReader reader = Json.createReader(new StringReader(open.get(ours).body()))) {
        open.send("DELETE", ours + "&confirm=" + reader.readObject().getInt("count"), null);
      }
    }
  }
}
