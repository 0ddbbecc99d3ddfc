package fanweb.account.jdbc;

import fanweb.account.Identity;
import fanweb.account.People;
import fanweb.account.Person;
import fanweb.account.User;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** People in the database, as far as signing in goes. */
public final class JdbcPeople implements People {
  private static final String KNOWN =
      "SELECT id, login, name, author_id, active, password FROM account_userinfo WHERE ";
  private static final String ADMINISTRATORS =
      "SELECT u.id FROM account_userinfo u JOIN account_userinfo_role h ON h.userinfo_id = u.id"
          + " JOIN account_role_permission p ON p.role_id = h.role_id"
          + " WHERE p.permission = '*' AND u.active AND u.login IS NOT NULL"
          + " LIMIT 1";

  private final Database database;

  /** Makes one; opens nothing yet. */
  public JdbcPeople(DataSource source) {
    this.database = new Database(source);
  }

  @Override
  public Optional<Person.Known> byLogin(String login) {
    return database.first(KNOWN + "login = ?", JdbcPeople::known, login);
  }

  @Override
  public Optional<Person.Known> byId(long id) {
    return database.first(KNOWN + "id = ?", JdbcPeople::known, id);
  }

  @Override
  public Optional<Person.Known> hold(long id) {
    return database.first(KNOWN + "id = ? FOR UPDATE", JdbcPeople::known, id);
  }

  @Override
  public Optional<User> user(long id) {
    List<String> roles =
        database.list(
            "SELECT r.code FROM account_role r JOIN account_userinfo_role h ON h.role_id = r.id"
                + " WHERE h.userinfo_id = ? ORDER BY r.code",
            row -> row.getString(1),
            id);
    return database.first(
        "SELECT id, version, name, login, age, data, active FROM account_userinfo WHERE id = ?",
        row -> user(row, roles),
        id);
  }

  @Override
  public Optional<Person> add(Person.New person) {
    return database
        .insert(
            "INSERT INTO account_userinfo (login, name, password) VALUES (?, ?, ?)",
            person.login(),
            person.name(),
            person.hash())
        .map(id -> new Person(id, person.login(), person.name(), Identity.authorOf(id), true));
  }

  @Override
  public boolean claim(long id, String author) {
    boolean free =
        database.updateUnlessTaken(
            "INSERT INTO account_claimed_author (author_id) VALUES (?)", author);
    if (free) {
      database.update("UPDATE account_userinfo SET author_id = ? WHERE id = ?", author, id);
    }
    return free;
  }

  @Override
  public void rename(long id, String name) {
    database.update(
        "UPDATE account_userinfo SET name = ?, version = version + 1 WHERE id = ?", name, id);
  }

  @Override
  public void setHash(long id, String hash) {
    database.update(
        "UPDATE account_userinfo SET password = ?, version = version + 1 WHERE id = ?", hash, id);
  }

  @Override
  public void promote(long id) {
    int given =
        database.update(
            "INSERT INTO account_userinfo_role (userinfo_id, role_id)"
                + " SELECT u.id, r.id FROM account_userinfo u, account_role r"
                + " WHERE u.id = ? AND r.code = 'administrator'",
            id);
    if (given != 1) {
      throw new IllegalStateException("there is no role administrator");
    }
    database.update(
        "INSERT INTO account_role_permission (role_id, permission)"
            + " SELECT r.id, '*' FROM account_role r WHERE r.code = 'administrator'"
            + " AND NOT EXISTS (SELECT 1 FROM account_role_permission p"
            + " WHERE p.role_id = r.id AND p.permission = '*')");
  }

  @Override
  public boolean hasAdministrator() {
    return database.first(ADMINISTRATORS, row -> row.getLong(1)).isPresent();
  }

  @Override
  public boolean holdAdministrators() {
    database.list(
        "SELECT id FROM account_role WHERE code = 'administrator' FOR UPDATE",
        row -> row.getLong(1));
    return hasAdministrator();
  }

  @Override
  public Set<String> claimed() {
    return Set.copyOf(
        database.list( // A node of the version before notes them in one place only.
            "SELECT author_id FROM account_claimed_author UNION"
                + " SELECT author_id FROM account_userinfo WHERE author_id IS NOT NULL",
            row -> row.getString(1)));
  }

  /**
   * Of a row with their login, name, author_id and active.
   *
   * @param key the column with their id
   */
  static Person person(ResultSet row, String key) throws SQLException {
    long id = row.getLong(key);
    String author = row.getString("author_id");
    String login = row.getString("login");
    return new Person(
        id,
        login == null ? "" : login,
        row.getString("name"),
        author == null ? Identity.authorOf(id) : author,
        row.getBoolean("active"));
  }

  private static Person.Known known(ResultSet row) throws SQLException {
    return new Person.Known(person(row, "id"), row.getString("password"));
  }

  private static User user(ResultSet row, List<String> roles) throws SQLException {
    @Nullable Integer data = row.getObject("data", Integer.class);
    return new User(
        row.getLong("id"),
        row.getInt("version"),
        row.getString("name"),
        Optional.ofNullable(row.getString("login")),
        row.getInt("age"),
        data == null ? OptionalInt.empty() : OptionalInt.of(data),
        roles,
        row.getBoolean("active"));
  }
}
