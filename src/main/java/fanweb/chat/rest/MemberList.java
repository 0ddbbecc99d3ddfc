package fanweb.chat.rest;

import fanweb.chat.Rank;
import java.util.List;
import java.util.Map;

/**
 * Who has a rank in a group.
 *
 * @param results in the order of their ids
 */
public record MemberList(List<MemberItem> results) {
  static MemberList of(Map<String, Rank> ranks) {
    return new MemberList(
        ranks.entrySet().stream().sorted(Map.Entry.comparingByKey()).map(MemberItem::of).toList());
  }
}
