package fanweb.chat.protocol;

import fanweb.account.GuestToken;
import fanweb.channel.GroupName;
import fanweb.channel.StreamPosition;
import fanweb.chat.Author;
import fanweb.chat.ChatCommand;
import fanweb.chat.Draft;
import fanweb.platform.OneLineText;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes commands of the fields they came in. */
final class Commands {
  private static final int LONGEST_EPOCH = 64;

  private Commands() {}

  /**
   * The command.
   *
   * @param group what a command is about that names no group
   */
  static ChatCommand of(GroupName group, Fields fields) throws MisreadException {
    String type = fields.string("type");
    return switch (type) {
      case "publish" -> new ChatCommand.Publish(group(group, fields), key(fields), text(fields));
      case "typing" -> new ChatCommand.Typing(group(group, fields), fields.flag("on"));
      case "read" -> new ChatCommand.Read(group(group, fields), fields.count("offset"));
      case "join" -> join(group(group, fields), fields);
      case "leave" -> new ChatCommand.Leave(group(group, fields));
      case "edit" ->
          new ChatCommand.Edit(group(group, fields), fields.count("offset"), text(fields));
      case "delete" -> new ChatCommand.Delete(group(group, fields), fields.count("offset"));
      case "ping" -> new ChatCommand.Ping();
      default ->
          throw MisreadException.unknownType(
              "there is no such type; there are join, leave, publish, edit, delete, typing, read,"
                  + " ping");
    };
  }

  private static ChatCommand join(GroupName group, Fields fields) throws MisreadException {
    return new ChatCommand.Join(group, token(fields), name(fields), after(fields));
  }

  private static GroupName group(GroupName usual, Fields fields) throws MisreadException {
    if (!fields.has("group")) {
      return usual;
    }
    String name = fields.string("group");
    // Nearly always the same again, and looking at it closely takes as long as all the rest.
    return name.equals(usual.value())
        ? usual
        : GroupName.parse(name)
            .orElseThrow(
                () ->
                    MisreadException.invalid(
                        "group",
                        "must be 1 to 100 letters, digits, marks, _, - or ., not starting with ."));
  }

  private static String text(Fields fields) throws MisreadException {
    String text = fields.string("text");
    if (text.indexOf('\0') >= 0) {
      throw MisreadException.invalid("text", "must not have the character U+0000");
    }
    return text;
  }

  private static @Nullable String key(Fields fields) throws MisreadException {
    if (!fields.has("key")) {
      return null;
    }
    String key = fields.string("key");
    if (!Draft.isKey(key)) {
      throw MisreadException.invalid(
          "key", "must be 1 to " + Draft.MAX_KEY + " printable ASCII characters without blanks");
    }
    return key;
  }

  private static @Nullable GuestToken token(Fields fields) throws MisreadException {
    if (!fields.has("token")) {
      return null;
    }
    return GuestToken.parse(fields.string("token"))
        .orElseThrow(() -> MisreadException.invalid("token", "must be as it stood in the welcome"));
  }

  private static @Nullable String name(Fields fields) throws MisreadException {
    if (!fields.has("name")) {
      return null;
    }
    return OneLineText.parse(fields.string("name"), Author.MAX_NAME)
        .orElseThrow(
            () ->
                MisreadException.invalid(
                    "name",
                    "must have 1 to "
                        + Author.MAX_NAME
                        + " characters, none of them a control character"));
  }

  private static Optional<StreamPosition> after(Fields fields) throws MisreadException {
    if (!fields.has("offset") && !fields.has("epoch")) {
      return Optional.empty();
    }
    long offset = fields.count("offset");
    String epoch = fields.string("epoch");
    if (epoch.length() > LONGEST_EPOCH) {
      throw MisreadException.invalid("epoch", "must be as it stood in the welcome");
    }
    return Optional.of(new StreamPosition(epoch, offset));
  }
}
