package fanweb.account.page;

import fanweb.account.GuestToken;
import fanweb.account.Identities;
import fanweb.account.Identity;
import fanweb.account.Secret;
import fanweb.platform.BearerToken;
import fanweb.platform.Cookies;
import fanweb.platform.PlatformSettings;
import fanweb.platform.RefusedException;
import fanweb.platform.RefusedException.Reason;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * What a request shows about who asks: a bearer token, else the cookie of a session, else that of a
 * guest. Any thread.
 */
@Singleton
final class Credentials {
  private static final Logger LOG = System.getLogger(Credentials.class.getName());
  private static final int ASKING_AT_ONCE = 16;
  private static final long PATIENCE_MILLIS = 500;

  private final Identities identities;
  private final SessionCookie cookie;
  private final String apiToken;

  /** Those who wait for the database: fewer than the server's threads. */
  private final Semaphore asking = new Semaphore(ASKING_AT_ONCE);

  @Inject
  Credentials(Identities identities, SessionCookie cookie, PlatformSettings settings) {
    this.identities = identities;
    this.cookie = cookie;
    this.apiToken = settings.apiToken();
  }

  /** Somebody of whom nothing is known. */
  Identity nobody() {
    return identities.guest("");
  }

  /**
   * Who asks. A cookie that proves nothing any more is taken away.
   *
   * @throws RefusedException when there is a bearer token that is nobody's
   */
  Identity of(HttpServletRequest request, HttpServletResponse response) {
    Optional<BearerToken> bearer = BearerToken.of(request.getHeader("Authorization"));
    if (bearer.isPresent()) {
      return holder(bearer.get());
    }
    return cookie
        .secret(request)
        .flatMap(secret -> entered(secret, request, response))
        .orElseGet(
            () -> {
              if (cookie.isSent(request)) {
                cookie.clear(request, response);
              }
              return guest(request, response);
            });
  }

  private Optional<Identity> entered(
      Secret secret, HttpServletRequest request, HttpServletResponse response) {
    // A socket's handshake and the follow-up of a request cannot be relied on to bring a cookie.
    if (request.getHeader("Upgrade") != null) {
      return ask(() -> identities.bySession(secret));
    }
    return ask(() -> identities.enter(secret))
        .map(
            entry -> {
              entry
                  .renewed()
                  .ifPresent(next -> cookie.set(request, response, next, entry.session()));
              return entry.identity();
            });
  }

  private Identity guest(HttpServletRequest request, HttpServletResponse response) {
    String author =
        Cookies.value(request, GuestToken.COOKIE)
            .flatMap(GuestToken::parse)
            .map(GuestToken::authorId)
            .orElse("");
    if (identities.isClaimed(author)) {
      cookie.clearGuest(request, response);
      return nobody();
    }
    return identities.guest(author);
  }

  private Identity holder(BearerToken bearer) {
    if (!apiToken.isEmpty() && bearer.is(apiToken)) {
      return Identity.machine();
    }
    return Secret.parse(Secret.Kind.TOKEN, bearer.value())
        .flatMap(secret -> ask(() -> identities.byToken(secret)))
        .or(() -> guest(bearer))
        .orElseThrow(
            () ->
                new RefusedException(
                    Reason.UNAUTHENTICATED,
                    "This is not the token of the API, nor a user's, nor a guest's, which is t_ and"
                        + " 43 characters of base64url"));
  }

  /** While the database hangs most are told so at once: there must be threads for the others. */
  private <T> T ask(Supplier<T> question) {
    try {
      if (asking.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
        try {
          return question.get();
        } finally {
          asking.release();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RefusedException e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "event=identity_unknown", e);
    }
    throw new RefusedException(
        Reason.BUSY, "The database does not answer just now, so it is not known who asks");
  }

  private Optional<Identity> guest(BearerToken bearer) {
    return GuestToken.parse(bearer.value())
        .map(GuestToken::authorId)
        .filter(author -> !identities.isClaimed(author))
        .map(identities::guest);
  }
}
