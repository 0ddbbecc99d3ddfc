package fanweb.account;

/** What people may do by their roles. Any thread. */
public interface Grants {
  /** What a user may do, everybody's roles included. Reads the database. */
  Permissions ofUser(long userId);

  /** What guests may do. May be some seconds old; reads no database. */
  Permissions ofGuests();
}
