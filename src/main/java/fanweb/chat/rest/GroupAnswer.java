package fanweb.chat.rest;

import fanweb.account.Identity;
import fanweb.channel.GroupName;
import fanweb.chat.GroupView;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A group as somebody sees it.
 *
 * @param name its name
 * @param head the offset of its latest event
 * @param epoch which life of its stream
 * @param floor the offset up to which events are no longer kept
 * @param count how many people are in it
 * @param settings how it is set up
 * @param you how you stand there
 */
@JsonbPropertyOrder({"name", "head", "epoch", "floor", "count", "settings", "you"})
public record GroupAnswer(
    String name,
    @Schema(description = "The offset of the latest event; 0: there was none yet.") long head,
    @Schema(description = "Which life of the stream.") String epoch,
    @Schema(description = "The offset up to which events are no longer kept.") long floor,
    @Schema(description = "How many people are connected.") int count,
    SettingsAnswer settings,
    GroupStanding you) {
  static GroupAnswer of(GroupName group, GroupView view, Identity caller, long readUpTo) {
    return new GroupAnswer(
        group.value(),
        view.head().offset(),
        view.head().epoch(),
        view.floor(),
        view.presence().count(),
        SettingsAnswer.of(view.settings()),
        GroupStanding.of(view, caller, readUpTo));
  }
}
