package fanweb.chat;

import fanweb.account.GuestToken;
import fanweb.account.Identities;
import fanweb.account.Identity;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Finds out as whom somebody speaks: users under their own name, guests as their token says and
 * under the name that they give. Any thread.
 *
 * @param random draws the tokens of new guests
 * @param identities knows which guests became users
 */
record Guests(RandomGenerator random, Identities identities) {
  /** As whom somebody speaks who comes in for the first time. */
  ChatReply.Speaker first(Identity who, ChatCommand.Join join) {
    String name = join.name() == null ? "" : join.name();
    if (!who.author().isEmpty()) {
      return new ChatReply.Speaker(Author.of(who, name), null);
    }
    GuestToken token = join.token() == null ? GuestToken.draw(random) : join.token();
    return new ChatReply.Speaker(new Author(token.authorId(), name), token);
  }

  /** As whom somebody speaks who comes in again, perhaps under another name. */
  static ChatReply.Speaker again(Identity who, ChatReply.Speaker known, @Nullable String name) {
    return name == null ? known : new ChatReply.Speaker(Author.of(who, name), known.token());
  }

  /** Whether somebody who did not sign in speaks as a guest who is a user by now. */
  boolean isClaimed(Identity who, String author) {
    return !who.isSignedIn() && identities.isClaimed(author);
  }

  /** Whether a guest's token cannot be brought to a connection. */
  static boolean isForeign(Identity who, ChatReply.@Nullable Speaker known, GuestToken token) {
    String author = known == null ? who.author() : known.author().id();
    return who.isSignedIn() || (!author.isEmpty() && !author.equals(token.authorId()));
  }
}
