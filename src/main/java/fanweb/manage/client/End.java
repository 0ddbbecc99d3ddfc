package fanweb.manage.client;

/** Why a conversation is over. */
sealed interface End {
  /** One has left. */
  record Left() implements End {}

  /** There is no line, or no more. */
  record NoLine(LineEnd why) implements End {}

  /** The server does not let one into the group. */
  record ShutOut(Refusal why) implements End {}
}
