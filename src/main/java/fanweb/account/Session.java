package fanweb.account;

import java.time.Instant;

/**
 * A browser that somebody is signed in with.
 *
 * @param id its number, no secret
 * @param userId who
 * @param began when they signed in
 * @param seen when it was last used, to the minute
 * @param ends when it ends at the latest
 * @param remembered whether it outlives the browser's closing
 * @param address from where they signed in
 * @param agent what the browser called itself, at most {@value #MAX_AGENT} characters
 */
public record Session(
    long id,
    long userId,
    Instant began,
    Instant seen,
    Instant ends,
    boolean remembered,
    String address,
    String agent) {
  /** Longest name of a browser. */
  public static final int MAX_AGENT = 200;

  /** The same with the number that its store gave it. */
  public Session numbered(long number) {
    return new Session(number, userId, began, seen, ends, remembered, address, agent);
  }
}
