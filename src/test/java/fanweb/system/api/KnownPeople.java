package fanweb.system.api;

import fanweb.account.Secret;
import fanweb.system.LaunchedServer;
import fanweb.system.MariaDb;
import fanweb.system.NeedsMariaDb;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A server on whose database people are given tokens from outside. It is not the one of other
 * tests, for there is an administrator, and the last one cannot be deleted.
 */
final class KnownPeople implements AutoCloseable {
  /** What the roles that everybody has allow there, for tests that change it. */
  static final String ROLES = "roles of known people";

  static final String PASSWORD = "correct horse";

  private final MariaDb databases;
  private final String database;
  private final Path folder;
  private final LaunchedServer server;
  private final Api machine;

  private KnownPeople(MariaDb databases, String database, Path folder, LaunchedServer server) {
    this.databases = databases;
    this.database = database;
    this.folder = folder;
    this.server = server;
    this.machine = new Api(server);
  }

  private static KnownPeople start(MariaDb databases) {
    String database = databases.newDatabase();
    Map<String, String> environment = new HashMap<>(ApiServer.onMariaDb(databases, database));
    // Many are asked for at once.
    environment.put("FANWEB_CHAT_RATE_PER_SECOND", "0");
    try {
      Path folder = Files.createTempDirectory("fan-web-people");
      LaunchedServer server = LaunchedServer.start(folder, environment).awaitReady();
      return new KnownPeople(databases, database, folder, server);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whoever has the token of the API. */
  Api machine() {
    return machine;
  }

  LaunchedServer server() {
    return server;
  }

  /** Makes a person with roles and returns their id. */
  long person(String... roles) {
    return Long.parseLong(make("null", roles).replaceAll("\\D+", ""));
  }

  /** Makes a person with roles who can sign in, and returns their login. */
  String login(String... roles) {
    String login = "u" + UUID.randomUUID();
    make('"' + login + '"', roles);
    return login;
  }

  private String make(String login, String... roles) {
    String codes = Stream.of(roles).map(role -> '"' + role + '"').collect(Collectors.joining(","));
    return machine.user(
        "{\"name\":\"n\",\"login\":%s,\"password\":\"%s\",\"roles\":[%s]}"
            .formatted(login, PASSWORD, codes));
  }

  /** Gives somebody a token and returns its secret. */
  String token(long person, String... scopes) {
    Secret secret = Secret.draw(Secret.Kind.TOKEN, new SecureRandom());
    databases.execute(
        database,
        "INSERT INTO account_token (userinfo_id, fingerprint, name, scopes, made, ends) VALUES ("
            + person
            + ", '"
            + secret.fingerprint()
            + "', 't', '"
            + String.join(" ", List.of(scopes))
            + "', NOW(6), NOW(6) + INTERVAL 2 DAY)");
    return secret.value();
  }

  /** What is answered to whoever sends these headers, name after value after name. */
  Api.Answer ask(String[] who, String method, String path, String body) {
    List<String> headers = new ArrayList<>(List.of(who));
    BodyPublisher sent = body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
    if (!body.isEmpty()) {
      headers.addAll(List.of("Content-Type", "application/json"));
    }
    return machine.by("", method, path, sent, headers.toArray(String[]::new));
  }

  /** What is answered to whoever has a token; without one, when it is empty. */
  Api.Answer ask(String token, String method, String path, String body) {
    BodyPublisher sent = body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
    String[] headers =
        body.isEmpty() ? new String[0] : new String[] {"Content-Type", "application/json"};
    return machine.by(token, method, path, sent, headers);
  }

  @Override
  public void close() throws IOException {
    server.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Hands it to whoever has it as a parameter; JUnit closes it at the end of the run. */
  static final class Needed implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
      return parameter.getParameter().getType() == KnownPeople.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
      return test.getRoot()
          .getStore(ExtensionContext.Namespace.create(KnownPeople.class))
          .computeIfAbsent(
              KnownPeople.class,
              key -> KnownPeople.start(NeedsMariaDb.shared(test)),
              KnownPeople.class);
    }
  }
}
