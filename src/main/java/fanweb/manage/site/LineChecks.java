package fanweb.manage.site;

import fanweb.manage.Context;
import fanweb.manage.ExitCode;
import fanweb.manage.Finding;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Whether lines that stay open do so through whatever is in front of a site: sockets of its own
 * pages and not of others', silence, long polls and event streams.
 */
final class LineChecks {
  private static final String FOREIGN = "https://foreign.invalid";
  private static final Duration LONGEST_POLL = Duration.ofSeconds(25);
  private static final Duration PROMPT = Duration.ofSeconds(5);

  private final Context context;
  private final DeployedSite site;
  private final Duration silence;
  private final Duration wait;
  private final List<Finding> findings = new ArrayList<>();

  /**
   * Checks of a site.
   *
   * @param silence how long a socket says nothing, and a long poll at most; most proxies cut them
   *     after a minute
   */
  LineChecks(Context context, DeployedSite site, Duration silence) {
    this.context = context;
    this.site = site;
    this.silence = silence;
    this.wait = silence.compareTo(LONGEST_POLL) < 0 ? silence : LONGEST_POLL;
  }

  /** Looks at all of them, side by side where they wait. */
  List<Finding> run() {
    CompletableFuture<Integer> poll = site.poll(wait);
    CompletableFuture<Integer> stream =
        site.stream().completeOnTimeout(-1, PROMPT.toSeconds(), TimeUnit.SECONDS);
    foreign();
    own();
    tell("stream", isFirst(stream), "deploy.stream", "deploy.no_stream");
    tell("poll", isAnswered(poll), "deploy.poll", "deploy.no_poll");
    return List.copyOf(findings);
  }

  private void foreign() {
    try {
      site.connect(FOREIGN, new WebSocket.Listener() {}).join().abort();
      tell("origin", false, "deploy.origin", "deploy.foreign");
    } catch (CompletionException e) {
      tell("origin", status(e) == 403, "deploy.origin", "deploy.no_origin");
    }
  }

  private void own() {
    Pong pong = new Pong();
    try {
      WebSocket socket = site.connect(site.origin(), pong).join();
      tell("socket", true, "deploy.socket", "");
      tell("silence", isAwake(socket, pong), "deploy.silence", "deploy.no_silence");
      socket.abort();
    } catch (CompletionException e) {
      int status = status(e);
      tell("socket", false, "", status == 403 ? "deploy.own_refused" : "deploy.no_socket");
    }
  }

  /** Whether it is still there after it said nothing for a while. */
  private boolean isAwake(WebSocket socket, Pong pong) {
    try {
      pong.ended.get(silence.toMillis(), TimeUnit.MILLISECONDS);
      return false;
    } catch (TimeoutException e) {
      CompletableFuture<WebSocket> unused = socket.sendPing(ByteBuffer.allocate(0));
      return isDone(pong.heard, PROMPT) && pong.heard.join();
    } catch (InterruptedException | ExecutionException e) {
      return false;
    }
  }

  private static boolean isFirst(CompletableFuture<Integer> stream) {
    return isDone(stream, PROMPT) && stream.join() >= 0;
  }

  private boolean isAnswered(CompletableFuture<Integer> poll) {
    return isDone(poll, wait.plus(PROMPT)) && poll.join() == 200;
  }

  private static boolean isDone(CompletableFuture<?> future, Duration patience) {
    try {
      future.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (ExecutionException | TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static int status(CompletionException e) {
    return e.getCause() instanceof WebSocketHandshakeException refused
        ? refused.getResponse().statusCode()
        : 0;
  }

  private void tell(String check, boolean good, String goodKey, String wrongKey) {
    findings.add(
        good
            ? Finding.ok(check, context.words().of(goodKey))
            : Finding.wrong(check, context.words().of(wrongKey), ExitCode.FAILED));
  }

  /** Hears the answer to a ping, and the end. */
  private static final class Pong implements WebSocket.Listener {
    private final CompletableFuture<Boolean> heard = new CompletableFuture<>();
    private final CompletableFuture<Boolean> ended = new CompletableFuture<>();

    @Override
    public CompletionStage<?> onPong(WebSocket socket, ByteBuffer message) {
      heard.complete(true);
      return WebSocket.Listener.super.onPong(socket, message);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      end();
      return WebSocket.Listener.super.onClose(socket, code, reason);
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      end();
    }

    private void end() {
      ended.complete(true);
      heard.complete(false);
    }
  }
}
