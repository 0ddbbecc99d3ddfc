package fanweb.manage.people;

import fanweb.account.Caretaker;
import fanweb.account.Person;
import fanweb.manage.Context;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Sets somebody's password, and ends their sessions and tokens. */
@Command(name = "changepassword")
public final class ChangePasswordCommand extends PeopleCommand {
  @Parameters(paramLabel = "LOGIN", descriptionKey = "people.login")
  private String login = "";

  private String password = "";

  /** Made with what all commands are made with. */
  public ChangePasswordCommand(Context context) {
    super(context);
  }

  @Override
  void ask() {
    password = new PasswordPrompt(context()).ask();
  }

  @Override
  void run(Caretaker caretaker) {
    Person person = caretaker.byLogin(login);
    caretaker.setPassword(person, password);
    context().say("changepassword.done", person.login());
  }
}
