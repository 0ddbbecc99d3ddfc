package fanweb.platform.migration;

import java.time.Instant;
import java.util.Optional;

/**
 * A script of a feature, and what a database has had of it.
 *
 * @param feature whose
 * @param version its number as it is written, as in {@code 001}
 * @param description what it does, from its file's name
 * @param state what the database has had of it
 * @param appliedAt when; empty when it has not
 */
public record Script(
    String feature, String version, String description, State state, Optional<Instant> appliedAt) {

  /** What a database has had of a script. */
  public enum State {
    /** All of it. */
    APPLIED,
    /** Nothing yet. */
    PENDING,
    /** Nothing, though it has had later ones: it came too late. */
    SKIPPED,
    /** Some of it. */
    FAILED,
    /** All of it, but of another text than the script has now. */
    CHANGED,
    /** All of it, but this version has no such script: the database is ahead. */
    UNKNOWN
  }

  /** Whether applying would end here: neither had as it is, nor to come. */
  public boolean isSpoilt() {
    return state != State.APPLIED && state != State.PENDING;
  }
}
