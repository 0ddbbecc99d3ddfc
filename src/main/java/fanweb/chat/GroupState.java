package fanweb.chat;

import fanweb.channel.StreamPosition;
import java.util.List;

/**
 * What is stored about a group beside its events.
 *
 * @param head the position of its latest event
 * @param floor the offset up to which events are no longer kept; 0: all are
 * @param settings how it is set up
 * @param restrictions whom its moderators restricted, those that have ended perhaps included
 */
public record GroupState(
    StreamPosition head, long floor, GroupSettings settings, List<Restriction> restrictions) {
  /** Takes them over. */
  public GroupState {
    restrictions = List.copyOf(restrictions);
  }
}
