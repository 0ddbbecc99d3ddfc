package fanweb.chat;

import fanweb.channel.GroupName;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
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
 * @param reach whose messages its author may act on
 * @param event what; its time is when it came in
 */
public record Draft(
    GroupName group, @Nullable String epoch, @Nullable String key, Reach reach, ChatEvent event) {
  /** Longest key. */
  public static final int MAX_KEY = 64;

  private static final int DIGEST_BYTES = 16;
  private static final Pattern KEY = Pattern.compile("[!-~]{1," + MAX_KEY + "}");

  /** One as it comes in: what it may do besides being said is not decided yet. */
  public static Draft of(GroupName group, @Nullable String key, ChatEvent event) {
    return new Draft(group, null, key, Reach.OWN, event);
  }

  /** The same, with what its author may act on. */
  Draft within(Reach other) {
    return new Draft(group, epoch, key, other, event);
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
