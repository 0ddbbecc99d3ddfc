package fanweb.manage.client;

import fanweb.manage.Words;
import jakarta.json.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/**
 * Writes events for people: the time where they are, who, and what. Who is told apart by a number
 * behind the name, which anybody may choose. What others have written shows as text and nothing
 * else.
 *
 * @param words of one language
 * @param zone where the reader is
 */
record ChatLines(Words words, ZoneId zone) {
  private static final int GUEST_LETTERS = 4;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter DAY_AND_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  private static final AttributedStyle FAINT = AttributedStyle.DEFAULT.faint();
  private static final AttributedStyle OTHER =
      AttributedStyle.DEFAULT.foreground(AttributedStyle.CYAN);
  private static final AttributedStyle OWN =
      AttributedStyle.DEFAULT.foreground(AttributedStyle.GREEN);

  /**
   * The lines of an event.
   *
   * @param own who one is oneself
   * @param today what need not be said of the time
   */
  List<AttributedString> event(JsonObject event, String own, LocalDate today) {
    Company.Person person = Company.Person.of(event);
    AttributedStringBuilder first = new AttributedStringBuilder();
    first.styled(FAINT, time(Frames.text(event, "at"), today)).append(' ');
    if (Frames.text(event, "type").equals("message")) {
      first
          .styled(person.author().equals(own) ? OWN : OTHER, name(person))
          .styled(FAINT, number(person))
          .append(": ");
      return message(first, event);
    }
    first.styled(FAINT, what(event, person));
    return List.of(first.toAttributedString());
  }

  /** Behind the first line the others stand further in: nobody can write one that looks like it. */
  private List<AttributedString> message(AttributedStringBuilder first, JsonObject event) {
    if (!event.containsKey("text")) {
      first.styled(FAINT, words.of("chat.deleted_text"));
      return List.of(first.toAttributedString());
    }
    List<String> texts = VisibleText.lines(Frames.text(event, "text"));
    List<AttributedString> lines = new ArrayList<>();
    first.append(texts.get(0));
    if (texts.size() == 1 && event.containsKey("edited")) {
      first.styled(FAINT, " " + words.of("chat.edited_text"));
    }
    lines.add(first.toAttributedString());
    texts.stream().skip(1).forEach(text -> lines.add(new AttributedString("         " + text)));
    return lines;
  }

  private String what(JsonObject event, Company.Person person) {
    String who = called(person);
    String target = String.valueOf(Frames.number(event, "target").orElse(0));
    return switch (Frames.text(event, "type")) {
      case "edited" ->
          words.of("chat.edited", who, target, VisibleText.line(Frames.text(event, "text")));
      case "deleted" -> words.of("chat.deleted", who, target);
      case "moderated" -> words.of("chat.moderated", who, part(event, "subject"), until(event));
      case "member" -> words.of("chat.member", who, part(event, "subject"), part(event, "rank"));
      default -> words.of("chat.settings", who);
    };
  }

  private static String part(JsonObject event, String name) {
    String part = VisibleText.line(Frames.text(event, name));
    return part.isEmpty() ? "–" : part;
  }

  private static String until(JsonObject event) {
    String until = Frames.text(event, "until");
    return part(event, "action") + (until.isEmpty() ? "" : " … " + VisibleText.line(until));
  }

  /** Name and number of somebody. */
  String called(Company.Person person) {
    return name(person) + number(person);
  }

  private String name(Company.Person person) {
    return person.name().isEmpty() ? words.of("chat.guest") : VisibleText.line(person.name());
  }

  /** Of a user their number, of a guest the beginning of their id. */
  private static String number(Company.Person person) {
    String id = VisibleText.line(person.author());
    String rest = id.substring(id.indexOf('_') + 1);
    boolean shorter = id.startsWith("g_") && rest.length() > GUEST_LETTERS;
    return "#" + (shorter ? rest.substring(0, GUEST_LETTERS) : rest);
  }

  private String time(String at, LocalDate today) {
    try {
      ZonedDateTime time = Instant.parse(at).atZone(zone);
      return time.format(time.toLocalDate().equals(today) ? TIME : DAY_AND_TIME);
    } catch (DateTimeException e) {
      return "--:--:--";
    }
  }
}
