package fanweb.account.rest;

/**
 * The answer to a change of several.
 *
 * @param updated how many were changed
 */
public record Updated(long updated) {}
