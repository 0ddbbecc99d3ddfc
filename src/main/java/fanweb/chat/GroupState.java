package fanweb.chat;

import fanweb.channel.StreamPosition;
import java.util.List;
import java.util.Map;

/**
 * What is stored about a group beside its events.
 *
 * @param head the position of its latest event
 * @param floor the offset up to which events are no longer kept; 0: all are
 * @param settings how it is set up
 * @param ranks what who is in it, by authors' ids
 * @param restrictions whom its moderators restricted, those that have ended perhaps included
 */
public record GroupState(
    StreamPosition head,
    long floor,
    GroupSettings settings,
    Map<String, Rank> ranks,
    List<Restriction> restrictions) {
  /** Takes them over. */
  public GroupState {
    ranks = Map.copyOf(ranks);
    restrictions = List.copyOf(restrictions);
  }
}
