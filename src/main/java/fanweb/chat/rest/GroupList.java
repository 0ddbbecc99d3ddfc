package fanweb.chat.rest;

import fanweb.chat.GroupDirectory;
import java.util.List;

/**
 * Groups in which somebody spoke.
 *
 * @param results latest first
 */
public record GroupList(List<GroupItem> results) {
  static GroupList of(List<GroupDirectory.Entry> entries) {
    return new GroupList(entries.stream().map(GroupItem::of).toList());
  }
}
