package fanweb.account;

import java.util.Collection;

/** What people may do by their roles. Any thread. */
public interface Grants {
  /** What a user may do, everybody's roles included. Reads the database. */
  Permissions ofUser(long userId);

  /**
   * What roles allow, everybody's not included. Reads the database, in the transaction of the
   * caller if there is one.
   *
   * @param codes of the roles; unknown ones allow nothing
   */
  Permissions ofRoles(Collection<String> codes);

  /** What guests may do. May be some seconds old; reads no database. */
  Permissions ofGuests();

  /** Looks again what guests may do, should a change have been missed. Reads the database. */
  void renew();
}
