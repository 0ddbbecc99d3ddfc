package fanweb.account;

/**
 * Something that people are here.
 *
 * @param id given by the database
 * @param version grows with each change
 * @param name for people to read
 * @param code for programs; unique
 */
public record Role(long id, int version, String name, String code) {}
