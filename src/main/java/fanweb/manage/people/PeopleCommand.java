package fanweb.manage.people;

import fanweb.account.Caretaker;
import fanweb.manage.Context;
import fanweb.manage.ExitCode;
import fanweb.manage.Failure;
import fanweb.platform.RefusedException;
import fanweb.platform.RefusedException.Reason;
import fanweb.platform.migration.ConnectionFailure;
import jakarta.persistence.PersistenceException;
import java.util.concurrent.Callable;

/** What all commands about people have in common. */
abstract class PeopleCommand implements Callable<Integer> {
  private final Context context;

  PeopleCommand(Context context) {
    this.context = context;
  }

  /** Does what is asked. What is refused ends the command with that sentence. */
  abstract void run(Caretaker caretaker);

  /** Asks what is to be known; before the database is opened, which keeps an embedded one shut. */
  void ask() {}

  @Override
  public final Integer call() {
    ask();
    try (SiteAccounts accounts = SiteAccounts.open(context)) {
      run(accounts.caretaker());
      return ExitCode.OK;
    } catch (RefusedException e) {
      throw new Failure(
          e.reason() == Reason.BUSY ? ExitCode.UNUSABLE_DATABASE : ExitCode.FAILED,
          context.words().of("people.refused", e.detail()),
          e);
    } catch (PersistenceException e) {
      String words = ConnectionFailure.words(e);
      throw new Failure(
          ExitCode.UNUSABLE_DATABASE, context.words().of("people.not_stored", words), e);
    }
  }

  Context context() {
    return context;
  }
}
