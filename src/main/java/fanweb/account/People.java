package fanweb.account;

import java.util.Optional;
import java.util.Set;

/**
 * People as far as signing in goes. Blocks: every call reads or writes the database, in the
 * caller's {@link Transactions transaction} if there is one. Any thread.
 */
public interface People {
  /** By their login in its plain form. */
  Optional<Person.Known> byLogin(String login);

  /** By their id. */
  Optional<Person.Known> byId(long id);

  /** By their id, held so that nobody changes them before the transaction ends. */
  Optional<Person.Known> hold(long id);

  /** As everybody may know them. */
  Optional<User> user(long id);

  /** Makes one; empty when the login is taken. */
  Optional<Person> add(Person.New person);

  /**
   * Gives them the author's id that a guest had; false when it is or was somebody's already, for it
   * is never free again.
   */
  boolean claim(long id, String author);

  /** Changes the name that others read. */
  void rename(long id, String name);

  /** Changes the hash of the password. */
  void setHash(long id, String hash);

  /** Makes them an administrator, whom their role allows everything, as at the first start. */
  void promote(long id);

  /** Whether somebody who may sign in may do everything by a role of theirs, whichever it is. */
  boolean hasAdministrator();

  /** The same, held so that nobody else makes an administrator before the transaction ends. */
  boolean holdAdministrators();

  /** The authors' ids of all guests who became users, those who are deleted by now included. */
  Set<String> claimed();
}
