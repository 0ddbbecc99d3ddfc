package fanweb.chat;

/** Why a command was not done. The connection stays open. */
public enum Refusal {
  /** The message came faster than the rate allows and was not published. */
  TOO_FAST
}
