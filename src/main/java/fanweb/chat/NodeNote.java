package fanweb.chat;

import java.util.List;

/**
 * What the nodes of one chat tell each other about a group and nobody stores. A note travels as a
 * {@link fanweb.channel.Publication} whose epoch is the {@link Life} of the room that wrote it and
 * whose offset counts the changes of who is there; so a node finds out that it has missed one.
 * Immutable.
 */
public sealed interface NodeNote {
  /**
   * All who are in the group on that node.
   *
   * @param people each once
   */
  record Whole(List<Author> people) implements NodeNote {
    /** Takes them over. */
    public Whole {
      people = List.copyOf(people);
    }
  }

  /**
   * What changed there since the note before.
   *
   * @param joined who is there now, under this name
   * @param left who is not any more
   */
  record Change(List<Author> joined, List<Author> left) implements NodeNote {
    /** Takes them over. */
    public Change {
      joined = List.copyOf(joined);
      left = List.copyOf(left);
    }
  }

  /**
   * Somebody there writes, or stopped.
   *
   * @param on whether they write
   */
  record Writing(Author author, boolean on) implements NodeNote {}

  /**
   * That node wants to know who is on the others: each answers with all of its people. About no
   * group: what it told itself may have been lost, in every group.
   */
  record Asking() implements NodeNote {}

  /** That node lives; about no group. */
  record Alive() implements NodeNote {}
}
