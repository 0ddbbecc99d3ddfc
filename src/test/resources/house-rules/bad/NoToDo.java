package bad;

// TODO say it
final class NoToDo {}
