package fanweb.chat;

import java.util.List;

/** What one may be allowed to do with groups and what is said in them. */
public final class ChatPolicy {
  /** Find groups and read how they are set up. */
  public static final String VIEW_GROUPS = "group.view";

  /** Make groups. */
  public static final String ADD_GROUPS = "group.add";

  /** Change how groups are set up. */
  public static final String CHANGE_GROUPS = "group.change";

  /** Delete groups. */
  public static final String DELETE_GROUPS = "group.delete";

  /** Restrict people in any group and delete what they said. */
  public static final String MODERATE_GROUPS = "group.moderate";

  /** Read what is said. */
  public static final String VIEW_MESSAGES = "message.view";

  /** Say something. */
  public static final String ADD_MESSAGES = "message.add";

  /** Change what one said. */
  public static final String CHANGE_MESSAGES = "message.change";

  /** Delete what one said. */
  public static final String DELETE_MESSAGES = "message.delete";

  /** All of them. */
  static final List<String> PERMISSIONS =
      List.of(
          VIEW_GROUPS,
          ADD_GROUPS,
          CHANGE_GROUPS,
          DELETE_GROUPS,
          MODERATE_GROUPS,
          VIEW_MESSAGES,
          ADD_MESSAGES,
          CHANGE_MESSAGES,
          DELETE_MESSAGES);

  private ChatPolicy() {}
}
