package fanweb.account.rest;

/**
 * The answer to deleting several.
 *
 * @param deleted how many are gone
 */
public record Deleted(long deleted) {}
