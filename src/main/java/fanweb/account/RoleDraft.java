package fanweb.account;

/**
 * What of a role can be chosen.
 *
 * @param name for people to read
 * @param code for programs; unique
 */
public record RoleDraft(String name, String code) {}
