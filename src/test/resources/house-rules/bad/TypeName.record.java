package bad;

final class Room {
  record EntryImpl() {}
}
