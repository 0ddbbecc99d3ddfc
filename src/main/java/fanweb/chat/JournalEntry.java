package fanweb.chat;

/**
 * An event in a group's stream.
 *
 * @param offset its place: 1, 2, 3 … without a gap
 * @param event what happened
 */
public record JournalEntry(long offset, ChatEvent event) {}
