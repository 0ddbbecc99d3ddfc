package fanweb.chat.protocol;

import fanweb.account.GuestToken;
import fanweb.channel.GroupName;
import fanweb.chat.ChatReply;
import fanweb.chat.Dialect;
import fanweb.chat.Ephemeral;
import fanweb.chat.JournalEntry;
import fanweb.chat.Permission;
import fanweb.chat.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words of {@code fanweb.v1}: JSON objects, one per line. */
public final class JsonDialect implements Dialect {
  @Override
  public boolean joinsLines() {
    return true;
  }

  @Override
  public int maxUnanswered() {
    return 256;
  }

  @Override
  public boolean tellsEphemerals() {
    return true;
  }

  @Override
  public Optional<String> reply(@Nullable String id, ChatReply reply) {
    return Optional.of(line(id, reply).end());
  }

  @Override
  public Optional<String> event(GroupName group, JournalEntry entry) {
    return Optional.of(JsonEvents.event(group, entry));
  }

  @Override
  public Optional<String> ephemeral(GroupName group, Ephemeral ephemeral) {
    return Optional.of(JsonEvents.ephemeral(group, ephemeral));
  }

  private static JsonLine line(@Nullable String id, ChatReply reply) {
    if (reply instanceof ChatReply.Ack ack) {
      return ack(id, ack);
    }
    if (reply instanceof ChatReply.Welcome welcome) {
      return welcome(begin("welcome", id, 512), welcome, true);
    }
    if (reply instanceof ChatReply.Failed failed) {
      Refusal refusal = failed.refusal();
      return error(
          begin("error", id, 128), refusal.code(), refusal.message(), refusal.isTemporary());
    }
    if (reply instanceof ChatReply.Misread misread) {
      return error(begin("error", id, 128), misread.fault().code(), misread.message(), false);
    }
    return begin(reply instanceof ChatReply.Pong ? "pong" : "ok", id, 64);
  }

  private static JsonLine begin(String type, @Nullable String id, int size) {
    JsonLine line = JsonLine.begin(size).add("type", type);
    return id == null ? line : line.addJson("id", id);
  }

  private static JsonLine ack(@Nullable String id, ChatReply.Ack ack) {
    JsonLine line =
        begin("ack", id, 128)
            .add("group", ack.group().value())
            .add("offset", ack.position().offset())
            .add("epoch", ack.position().epoch());
    return ack.repeated() ? line.add("repeated", true) : line;
  }

  /**
   * A welcome.
   *
   * @param line its begin
   * @param secret whether a guest's token is told, which some get in another way
   */
  static JsonLine welcome(JsonLine line, ChatReply.Welcome welcome, boolean secret) {
    ChatReply.Speaker speaker = welcome.speaker();
    ChatReply.Standing standing = welcome.standing();
    line.add("group", welcome.group().value())
        .add("offset", welcome.from())
        .add("head", welcome.head().offset())
        .add("epoch", welcome.head().epoch())
        .add("recovered", welcome.recovered())
        .add("author", speaker.author().id())
        .add("name", speaker.author().name());
    GuestToken token = speaker.token();
    if (secret && token != null) {
      line.add("token", token.value());
    }
    return line.addList("may", may(standing.may()))
        .addJson("settings", JsonEvents.settings(standing.settings()));
  }

  private static List<String> may(Set<Permission> permissions) {
    return Arrays.stream(Permission.values())
        .filter(permissions::contains)
        .map(permission -> JsonLine.quoted(JsonEvents.lower(permission)))
        .toList();
  }

  static JsonLine error(JsonLine line, String code, String message, boolean temporary) {
    return line.add("code", code).add("message", message).add("temporary", temporary);
  }
}
