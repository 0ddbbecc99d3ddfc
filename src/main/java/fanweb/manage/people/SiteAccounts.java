package fanweb.manage.people;

import fanweb.account.AccountSettings;
import fanweb.account.Accounts;
import fanweb.account.Caretaker;
import fanweb.account.Keyring;
import fanweb.account.Outside;
import fanweb.account.Passwords;
import fanweb.account.SessionStore;
import fanweb.account.Sessions;
import fanweb.account.SignInSettings;
import fanweb.account.Transactions;
import fanweb.account.jdbc.JdbcChanges;
import fanweb.account.jdbc.JdbcPeople;
import fanweb.account.jdbc.JdbcSessions;
import fanweb.account.jpa.JpaGrants;
import fanweb.account.jpa.JpaTokens;
import fanweb.account.password4j.Argon2PasswordHasher;
import fanweb.account.zxcvbn.CommonPasswords;
import fanweb.manage.Context;
import fanweb.manage.ExitCode;
import fanweb.manage.database.SiteDatabase;
import fanweb.manage.database.SiteEntities;
import fanweb.platform.migration.ConnectionFailure;
import fanweb.platform.migration.Migrations;
import fanweb.platform.migration.Script;
import jakarta.persistence.EntityManager;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;

/**
 * The accounts of a site without its server, made of the same parts. Open until closed. One thread.
 */
final class SiteAccounts implements AutoCloseable {
  private final SiteDatabase database;
  private final Connection connection;
  private final SessionFactory entities;
  private final Caretaker caretaker;

  private SiteAccounts(Context context, SiteDatabase database, Connection connection) {
    this.database = database;
    this.connection = connection;
    DataSource source = new SharedConnection(connection).dataSource();
    this.entities = SiteEntities.over(source).buildSessionFactory();
    this.caretaker = caretaker(context, source, entities.openSession());
  }

  Caretaker caretaker() {
    return caretaker;
  }

  @Override
  public void close() {
    entities.close();
    try {
      connection.close();
    } catch (SQLException e) {
      // What was to be stored is committed.
    } finally {
      database.close();
    }
  }

  /**
   * Opens those of the settings.
   *
   * @throws fanweb.manage.Failure when the database cannot be used
   */
  static SiteAccounts open(Context context) {
    SiteDatabase database = SiteDatabase.open(context);
    try {
      demandMigrated(context, database);
      return new SiteAccounts(context, database, database.dataSource().getConnection());
    } catch (SQLException e) {
      database.close();
      throw context.failure(
          ExitCode.UNUSABLE_DATABASE,
          "database.other",
          database.name(),
          ConnectionFailure.words(e));
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /** Whoever makes a user does not mean to change the tables, under older nodes perhaps. */
  private static void demandMigrated(Context context, SiteDatabase database) {
    if (new Migrations(database.dataSource())
        .scripts().stream().anyMatch(script -> script.state() == Script.State.PENDING)) {
      throw context.failure(ExitCode.UNUSABLE_DATABASE, "people.not_migrated", database.name());
    }
  }

  private static Caretaker caretaker(Context context, DataSource source, EntityManager entities) {
    AccountSettings settings = AccountSettings.read(context.reader());
    SignInSettings signIn = SignInSettings.read(context.reader());
    Outside outside = new Outside(Clock.systemUTC(), new SecureRandom());
    JdbcChanges changes = new JdbcChanges(source, Clock.systemUTC());
    JdbcPeople people = new JdbcPeople(source);
    Transactions transactions = new EntityTransactions(entities);
    SessionStore store = new JdbcSessions(source);
    return new Caretaker(
        new Accounts.Storage(people, new JpaGrants(entities), changes, transactions),
        new Keyring(
            new Sessions(store, changes, transactions, signIn, outside),
            new JpaTokens(changes, entities)),
        new Passwords(new Argon2PasswordHasher(settings), new CommonPasswords(), settings),
        outside);
  }
}
