package fanweb.manage.client;

import fanweb.account.GuestToken;
import fanweb.manage.Context;
import fanweb.manage.ExitCode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What all commands want to know that speak to a server. */
final class ServerOptions {
  private static final Pattern TOKEN = Pattern.compile("[!-~]+");

  @Parameters(paramLabel = "URL", descriptionKey = "client.url")
  private String url = "";

  @Option(names = "--name", paramLabel = "NAME", descriptionKey = "client.name")
  private String name = "";

  @Option(names = "--token-file", paramLabel = "FILE", descriptionKey = "client.token_file")
  private @Nullable Path tokenFile;

  @Option(names = "--token", paramLabel = "TOKEN", descriptionKey = "client.token")
  private @Nullable String token;

  @Option(names = "--cacert", paramLabel = "FILE", descriptionKey = "client.cacert")
  private @Nullable Path certificates;

  @Option(names = "--give-up", paramLabel = "SECONDS", descriptionKey = "client.give_up")
  private @Nullable Long giveUp;

  /**
   * What they come to.
   *
   * @param name what others read
   * @param client how to connect
   * @param token proves who one is; null: nobody in particular
   * @param giveUp how long to try to come back; null: for ever
   */
  record Server(
      ChatAddress address,
      String name,
      HttpClient client,
      @Nullable String token,
      @Nullable Duration giveUp) {
    /** The same as a guest. */
    Server as(GuestToken guest) {
      return new Server(address, name, client, guest.value(), giveUp);
    }

    /** A conversation there that has not begun. */
    Conversation conversation(Hearer hearer) {
      CompletableFuture<End> over = new CompletableFuture<>();
      Loop loop = new Loop(over::completeExceptionally);
      return new Conversation(
          dialer(Frames.PROTOCOL, loop),
          loop,
          new Conversation.Manner(name, new Backoff(new SecureRandom()), giveUp),
          hearer,
          over);
    }

    /** Makes lines there. */
    Line.Dialer dialer(String protocol, Loop loop) {
      return new SocketDialer(client, address.socket(), token, protocol, loop::execute);
    }

    /** What was said there before. */
    History history() {
      return new History(client, address.api(), token);
    }
  }

  /**
   * Reads them.
   *
   * @throws fanweb.manage.Failure when one is wrong
   */
  Server read(Context context) {
    ChatAddress address =
        ChatAddress.parse(url)
            .orElseThrow(() -> context.failure(ExitCode.USAGE, "client.wrong_url", url));
    if (giveUp != null && giveUp < 0) {
      throw context.failure(ExitCode.USAGE, "client.wrong_give_up", giveUp);
    }
    Optional<String> given = token(context);
    if (given.isPresent() && address.isReadable()) {
      context.say("client.token_in_clear", address.server());
    }
    return new Server(
        address,
        name,
        client(context),
        given.orElse(null),
        giveUp == null ? null : Duration.ofSeconds(giveUp));
  }

  private HttpClient client(Context context) {
    HttpClient.Builder client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(SocketDialer.PATIENCE);
    if (certificates != null) {
      try {
        client.sslContext(Trust.besides(certificates));
      } catch (IOException | GeneralSecurityException e) {
        throw context.failure(ExitCode.USAGE, "client.wrong_cacert", certificates, e.toString());
      }
    }
    return client.build();
  }

  private Optional<String> token(Context context) {
    if (token == null && tokenFile == null && variable(context).isEmpty()) {
      return Optional.empty();
    }
    String given =
        token != null ? token : tokenFile != null ? read(context, tokenFile) : variable(context);
    // An empty one is somebody's mistake: whoever gives one does not mean to be a guest.
    boolean isOne = token == null || tokenFile == null;
    if (!isOne || !TOKEN.matcher(given).matches()) {
      throw context.failure(ExitCode.USAGE, "client.wrong_token");
    }
    return Optional.of(given);
  }

  private static String variable(Context context) {
    return context.console().variable("FANWEB_TOKEN");
  }

  private static String read(Context context, Path tokenFile) {
    try {
      return Files.readString(tokenFile).strip();
    } catch (IOException e) {
      throw context.failure(ExitCode.USAGE, "client.wrong_token_file", tokenFile, e.toString());
    }
  }
}
