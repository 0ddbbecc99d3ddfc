package fanweb.system.faults;

/** A place in a group's stream, as the server names it. */
record Position(String epoch, long offset) {}
