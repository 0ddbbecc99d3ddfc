package fanweb.account;

/**
 * Somebody has just signed in.
 *
 * @param secret for the cookie; told this once
 * @param session what it opens
 * @param identity who they are now
 */
public record SignedIn(Secret secret, Session session, Identity identity) {}
