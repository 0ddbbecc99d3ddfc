package fanweb.manage.client;

import fanweb.manage.Context;
import fanweb.manage.ExitCode;
import fanweb.manage.Failure;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/**
 * Says in a line why there is no conversation, or no more.
 *
 * @param context of the command
 * @param address what was tried
 */
record Explanation(Context context, ChatAddress address) {
  /** As the end of the command. */
  Failure of(End end) {
    if (end instanceof End.NoLine line) {
      return of(line.why());
    }
    if (end instanceof End.ShutOut shutOut) {
      Refusal why = shutOut.why();
      return context.failure(
          ExitCode.REFUSED, "client.shut_out", safe(why.code()), safe(why.message()));
    }
    throw new IllegalArgumentException("nothing to explain: " + end);
  }

  /** As the end of the command. */
  Failure of(LineEnd why) {
    return new Failure(exitCode(why), sentence(why), cause(why).orElse(null));
  }

  private static int exitCode(LineEnd why) {
    boolean refused =
        why instanceof LineEnd.Answered answer
            ? answer.isRefusal()
            : why instanceof LineEnd.Closed closed && closed.isRefusal();
    return refused ? ExitCode.REFUSED : ExitCode.UNREACHABLE;
  }

  /** As a sentence. */
  String sentence(LineEnd why) {
    if (why instanceof LineEnd.Closed closed) {
      return words("client.closed", String.valueOf(closed.code()), safe(closed.reason()));
    }
    if (why instanceof LineEnd.Answered answer) {
      String key = answer.isRefusal() ? "client.forbidden" : "client.no_chat";
      return words(key, address.socket(), String.valueOf(answer.status()), safe(answer.detail()));
    }
    if (why instanceof LineEnd.OtherProtocol) {
      return words("client.other_protocol", address.socket());
    }
    return why instanceof LineEnd.Broken broken
        ? broken(broken.cause())
        : words("client.silent", address.server());
  }

  /** As a sentence. */
  String broken(Throwable cause) {
    if (find(cause, SSLException.class).isPresent()) {
      return words("client.tls", address.server(), safe(deepest(cause)));
    }
    if (find(cause, UnresolvedAddressException.class).isPresent()) {
      return words("client.no_host", address.socket().getHost());
    }
    if (find(cause, HttpTimeoutException.class).isPresent()) {
      return words("client.silent", address.server());
    }
    if (find(cause, ConnectException.class).isPresent()) {
      return words("client.nobody", address.server());
    }
    return words("client.unreachable", address.server(), safe(deepest(cause)));
  }

  private String words(String key, Object... arguments) {
    return context.words().of(key, arguments);
  }

  private static String safe(String text) {
    return VisibleText.line(text);
  }

  private static Optional<Throwable> cause(LineEnd why) {
    return why instanceof LineEnd.Broken broken ? Optional.of(broken.cause()) : Optional.empty();
  }

  private static Stream<Throwable> chain(Throwable first) {
    return Stream.iterate(first, one -> one != null, Throwable::getCause).limit(10);
  }

  private static Optional<Throwable> find(Throwable first, Class<?> kind) {
    return chain(first).filter(kind::isInstance).findFirst();
  }

  /** What the first cause says that says something, or is called. */
  private static String deepest(Throwable first) {
    return chain(first)
        .reduce((outer, inner) -> inner.getMessage() == null ? outer : inner)
        .map(one -> one.getMessage() == null ? one.getClass().getSimpleName() : one.getMessage())
        .orElse("");
  }
}
