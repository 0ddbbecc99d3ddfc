package fanweb.chat.rest;

import fanweb.account.Identity;
import fanweb.chat.GroupView;
import fanweb.chat.Permission;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How somebody stands in a group.
 *
 * @param author their id
 * @param rank what they are there; null when they are nothing
 * @param may what they may do
 * @param readUpTo how far they said they have read; 0: never
 */
@JsonbPropertyOrder({"author", "rank", "may", "readUpTo"})
public record GroupStanding(
    @Schema(description = "Your id.") String author,
    @Schema(description = "What you are there, if you are: `member`, `moderator` or `owner`.")
        @Nullable String rank,
    @Schema(description = "Among `publish`, `edit`, `delete`, `typing`, `moderate`.")
        List<String> may,
    @Schema(description = "How far you have read, see `groups_markRead`.") long readUpTo) {
  static GroupStanding of(GroupView view, Identity caller, long readUpTo) {
    Set<Permission> may = view.permissions(caller);
    return new GroupStanding(
        caller.author(),
        caller.isSignedIn() ? MemberItem.word(view.ranks().get(caller.author())) : null,
        Arrays.stream(Permission.values())
            .filter(may::contains)
            .map(SettingsAnswer::lower)
            .toList(),
        readUpTo);
  }
}
