package good;

import java.util.List;

/** Keeps lines. A Thread.sleep(1) in a comment harms nobody. */
public final class Room {
  private final List<String> lines;

  public Room(List<String> lines) {
    this.lines = lines;
  }

  /** The lines, oldest first. */
  public List<String> lines() {
    return lines;
  }

  /** An entry as old callers know it. */
  @SuppressWarnings("unchecked") // the list was filled by us
  public <T> List<T> as() {
    return (List<T>) lines;
  }

  // Callers of the old name are many.
  @SuppressWarnings("unused")
  private void old() {}

  /** For the persistence provider, which fills the fields itself. */
  @SuppressWarnings("NullAway.Init")
  Room() {}

  @Override
  public String toString() {
    return "Room";
  }
}
