package fanweb.chat.rest;

import fanweb.account.GuestToken;
import fanweb.chat.Author;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who asks.
 *
 * @param id of the author; empty for nobody
 * @param moderator whether they may do in every group what moderators may
 * @param token a guest's; null for all others
 */
record Caller(String id, boolean moderator, @Nullable GuestToken token) {
  /** Somebody who did not say who they are. */
  static final Caller NOBODY = new Caller("", false, null);

  /** Whoever has the token of the API. */
  static final Caller MACHINE = new Caller("api", true, null);

  static Caller guest(GuestToken token) {
    return new Caller(token.authorId(), false, token);
  }

  boolean isNobody() {
    return id.isEmpty();
  }

  /** As an author; nobody is none. */
  Author named(String name) {
    return new Author(id, name);
  }

  /** The author's id, if they are somebody. */
  Optional<String> author() {
    return isNobody() ? Optional.empty() : Optional.of(id);
  }
}
