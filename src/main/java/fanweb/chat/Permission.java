package fanweb.chat;

/** What somebody may do in a group. */
public enum Permission {
  /** Say something. */
  PUBLISH,
  /** Change what they said. */
  EDIT,
  /** Delete what they said. */
  DELETE,
  /** Show that they are writing. */
  TYPING,
  /** Delete what others said, restrict others, change the settings. */
  MODERATE
}
