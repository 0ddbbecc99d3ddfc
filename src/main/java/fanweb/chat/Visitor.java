package fanweb.chat;

import fanweb.account.Identity;

/** Somebody who stays for a while, in which they may become somebody else. Any thread. */
public interface Visitor {
  /** Who it is, as they were when they came. */
  Identity who();

  /**
   * They are not who they were: their rights changed, or they signed out. Any number of times; must
   * be quick.
   */
  void end(Ending ending);
}
