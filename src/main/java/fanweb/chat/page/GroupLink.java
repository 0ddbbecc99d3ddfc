package fanweb.chat.page;

import fanweb.channel.GroupName;
import fanweb.chat.GroupDirectory;
import fanweb.platform.Ago;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * A group as a link to its room.
 *
 * @param name of the group
 * @param lastActive when somebody last spoke there
 * @param ago how long that is ago
 */
public record GroupLink(GroupName name, Instant lastActive, Ago ago) {
  private static final int HUES = 8;

  static GroupLink of(GroupDirectory.Entry entry, Instant now) {
    return new GroupLink(
        entry.name(), entry.lastActive(), Ago.of(Duration.between(entry.lastActive(), now)));
  }

  /** The path of its room within the application. */
  public String path() {
    return "/index/?group_id=" + encoded(name);
  }

  /**
   * The one character that stands for it: Chinese names are told apart by their end, others by
   * their start.
   */
  public String initial() {
    String text = name.value();
    int last = text.codePointBefore(text.length());
    int shown =
        Character.UnicodeScript.of(last) == Character.UnicodeScript.HAN
            ? last
            : text.codePointAt(0);
    return Character.toString(shown).toUpperCase(Locale.ROOT);
  }

  /** One of the avatar colours, 1 to 8, always the same for the same name. */
  public int hue() {
    return 1 + Math.floorMod(name.value().hashCode(), HUES);
  }

  /** A name as a segment of an address. */
  static String encoded(GroupName name) {
    return URLEncoder.encode(name.value(), StandardCharsets.UTF_8);
  }
}
