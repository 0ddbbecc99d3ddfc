package fanweb.chat.rest;

import fanweb.chat.Refusal;
import fanweb.platform.RefusedException;
import fanweb.platform.RefusedException.Reason;

/** What the chat refuses, in the words of HTTP. */
final class Problems {
  private Problems() {}

  /**
   * The refusal as a problem, whose code is the refusal's.
   *
   * @param slowSeconds how long the group's slow mode lasts
   */
  static RefusedException of(Refusal refusal, int slowSeconds) {
    return switch (refusal) {
      case IDENTITY_CLAIMED -> problem(Reason.UNAUTHENTICATED, refusal, 0);
      case TOO_LONG -> problem(Reason.TOO_LARGE, refusal, 0);
      case TOO_FAST, TOO_MANY_COMMANDS, TOO_MANY_CONNECTIONS ->
          problem(Reason.TOO_OFTEN, refusal, 1);
      case ADDRESS_FULL -> problem(Reason.TOO_OFTEN, refusal, 5);
      case SLOW_MODE -> problem(Reason.TOO_OFTEN, refusal, Math.max(1, slowSeconds));
      case MUTED, BANNED, NOT_ALLOWED, NOT_YOURS -> problem(Reason.FORBIDDEN, refusal, 0);
      case KEY_REUSED, OWNER_STAYS, GROUP_TAKEN, NOT_JOINED, IDENTITY_FIXED, TOO_MANY_GROUPS ->
          problem(Reason.CONFLICT, refusal, 0);
      case NOT_FOUND -> problem(Reason.MISSING, refusal, 0);
      case REJECTED -> problem(Reason.INVALID, refusal, 0);
      case OUTDATED -> problem(Reason.BUSY, refusal, 1);
      case UNAVAILABLE, OVERLOADED -> problem(Reason.BUSY, refusal, 2);
      // Until somebody has changed a setting.
      case NOT_DURABLE -> problem(Reason.BUSY, refusal, 60);
    };
  }

  /** The refusal as a problem, where no slow mode is asked. */
  static RefusedException of(Refusal refusal) {
    return of(refusal, 0);
  }

  private static RefusedException problem(Reason reason, Refusal refusal, int retrySeconds) {
    String message = refusal.message();
    String sentence = Character.toUpperCase(message.charAt(0)) + message.substring(1);
    return new RefusedException(reason, sentence, refusal.code(), retrySeconds);
  }
}
