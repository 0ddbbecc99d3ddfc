package fanweb.chat.rest;

import fanweb.chat.Restriction;
import java.util.Comparator;
import java.util.List;

/**
 * Whom a group's moderators have restricted.
 *
 * @param results by author
 */
public record RestrictionList(List<RestrictionItem> results) {
  static RestrictionList of(List<Restriction> restrictions) {
    return new RestrictionList(
        restrictions.stream()
            .map(RestrictionItem::of)
            .sorted(Comparator.comparing(RestrictionItem::author))
            .toList());
  }
}
