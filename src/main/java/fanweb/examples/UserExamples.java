package fanweb.examples;

import java.util.List;

/** The examples with data: what the API of users does with the database. */
final class UserExamples {
  private static final String USERS = "fanweb/account/jpa/JpaUsers.java";
  private static final String TABLE = "fanweb/account/jpa/EntityTable.java";
  private static final String PATH = "/api/users";
  private static final String JSON = "Accept: application/json";
  private static final String JSON_BODY = JSON + "\nContent-Type: application/json";

  private UserExamples() {}

  static List<Example> all() {
    return List.of(create(), list(), filter(), first(), update(), delete());
  }

  private static Example create() {
    String person = "{\n  \"name\": \"张三\",\n  \"password\": \"%s\",\n  \"age\": 18\n}";
    return new Example(
        "create",
        "6.3.1",
        List.of(
            write("valid", "POST", "", person.formatted("correct horse 42")),
            write("short", "POST", "", person.formatted("123"))),
        List.of(new Source(USERS, "create")),
        List.of("objects.create"));
  }

  private static Example list() {
    return new Example(
        "all",
        "6.3.2",
        List.of(read("usual", ""), read("page", "?ordering=-age&page=1&size=5")),
        shared("list"),
        List.of("objects.all"));
  }

  private static Example filter() {
    return new Example(
        "filter",
        "6.3.2",
        List.of(
            read("id", "?id=1"),
            read("name", "?name=张三&age__gte=18"),
            read("unknown", "?colour=red")),
        shared("list"),
        List.of("objects.filter"));
  }

  private static Example first() {
    return new Example(
        "first",
        "6.3.2",
        List.of(read("size", "?size=1"), read("path", "/1")),
        List.of(new Source(TABLE, "list"), new Source(USERS, "find")),
        List.of("objects.filter", ".first"));
  }

  private static Example update() {
    return new Example(
        "update",
        "6.3.4",
        List.of(
            write("one", "PATCH", "?id=4", "{\n  \"age\": 18\n}"),
            write("all", "PATCH", "?confirm=0", "{\n  \"age\": 15\n}")),
        shared("updateAll"),
        List.of("objects.filter", "objects.all", ".update"));
  }

  private static Example delete() {
    return new Example(
        "delete",
        "6.3.3",
        List.of(
            new Variant("one", "DELETE", PATH + "?id=4&confirm=1", JSON, "", Access.BEARER),
            new Variant("all", "DELETE", PATH + "?confirm=0", JSON, "", Access.BEARER)),
        shared("deleteAll"),
        List.of("objects.filter", "objects.all", ".delete"));
  }

  private static Variant read(String key, String rest) {
    return new Variant(key, "GET", PATH + rest, JSON, "", Access.BEARER);
  }

  private static Variant write(String key, String method, String rest, String body) {
    return new Variant(key, method, PATH + rest, JSON_BODY, body, Access.BEARER);
  }

  /** What the feature does, and what is the same for every table. */
  private static List<Source> shared(String method) {
    return List.of(new Source(USERS, method), new Source(TABLE, method));
  }
}
