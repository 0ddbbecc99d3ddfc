package fanweb.account;

import java.time.Instant;
import java.util.Optional;

/**
 * A link that works once.
 *
 * @param purpose what it is for
 * @param login whose password it resets
 * @param ends when it stops working
 */
public record OneTimeLink(Purpose purpose, Optional<String> login, Instant ends) {
  /** What a link is for. */
  public enum Purpose {
    /** Making the first administrator. */
    SET_UP,
    /** Choosing a new password. */
    RESET
  }

  /** One that was just made, with the secret that stands in it, told this once. */
  public record Made(Secret secret, OneTimeLink link) {}
}
