package fanweb.chat;

import fanweb.account.Identity;
import fanweb.channel.GroupName;
import fanweb.channel.StreamPosition;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way into the journal.
 *
 * @param group where
 * @param epoch what the stream is called if this is the group's first event; null: the journal
 *     makes one up
 * @param key names this very draft among all of its author's in this group, so that it can be sent
 *     again: 1 to {@value #MAX_KEY} printable ASCII characters without blanks; null: it cannot
 * @param who whose doing it is, and by what right
 * @param event what; its time is when it came in
 * @param seen what the settings were when their change was asked for, which must be so still; null:
 *     whatever they are
 */
public record Draft(
    GroupName group,
    @Nullable String epoch,
    @Nullable String key,
    Identity who,
    ChatEvent event,
    @Nullable GroupSettings seen) {
  /** Longest key. */
  public static final int MAX_KEY = 64;

  private static final int DIGEST_BYTES = 16;
  private static final Pattern KEY = Pattern.compile("[!-~]{1," + MAX_KEY + "}");

  /** One as it comes in. */
  public static Draft of(GroupName group, @Nullable String key, Identity who, ChatEvent event) {
    return new Draft(group, null, key, who, event, null);
  }

  /** The same, for a stream that is called so. */
  Draft in(String stream) {
    return new Draft(group, stream, key, who, event, seen);
  }

  /**
   * Whether it was written for the stream of a position. What is stored about a group that is live
   * only is not: those who are there read another stream, which the layer numbers.
   */
  boolean isMeantFor(StreamPosition position) {
    return epoch == null || epoch.equals(position.epoch());
  }

  /** The same, if nobody changes the settings before it. */
  public Draft having(GroupSettings settings) {
    return new Draft(group, epoch, key, who, event, settings);
  }

  /**
   * Whether it changes what others may. Then the journal decides it once more by what is stored,
   * with the group locked: of two who take each other's rank at once only the first may, and what a
   * node has not heard of yet holds all the same.
   */
  public boolean isAboutRights() {
    return event instanceof ChatEvent.MemberChanged
        || event instanceof ChatEvent.Moderated
        || event instanceof ChatEvent.SettingsChanged;
  }

  /** Why it must not be, by what is stored about the group; nothing when it may. */
  public Optional<Refusal> refusal(GroupState stored) {
    return seen != null && !seen.equals(stored.settings())
        ? Optional.of(Refusal.OUTDATED)
        : new Rules(stored).writing(who, event);
  }

  /** Whether it may act on what somebody else said, by what is stored about the group. */
  public boolean reaches(GroupState stored, String author) {
    return new Rules(stored).reaches(who, author, event.at());
  }

  /**
   * What is kept of what was said, so that a key cannot stand for two: the same for the same text,
   * another for another.
   */
  public byte[] digest() {
    String text = event instanceof ChatEvent.Message message ? message.text() : "";
    try {
      byte[] whole =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Arrays.copyOf(whole, DIGEST_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Whether a text from outside may be a key. */
  public static boolean isKey(String text) {
    return KEY.matcher(text).matches();
  }
}
