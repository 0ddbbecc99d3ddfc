package fanweb.manage.people;

import fanweb.account.Caretaker;
import fanweb.account.Person;
import fanweb.account.SignUp;
import fanweb.manage.Context;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes somebody who may do everything. */
@Command(name = "createsuperuser")
public final class CreateSuperuserCommand extends PeopleCommand {
  @Parameters(paramLabel = "LOGIN", descriptionKey = "people.login")
  private String login = "";

  @Option(names = "--name", paramLabel = "NAME", descriptionKey = "createsuperuser.name")
  private @Nullable String name;

  private String password = "";

  /** Made with what all commands are made with. */
  public CreateSuperuserCommand(Context context) {
    super(context);
  }

  @Override
  void ask() {
    password = new PasswordPrompt(context()).ask();
  }

  @Override
  void run(Caretaker caretaker) {
    String shown = name == null ? login : name;
    Person person = caretaker.addAdministrator(new SignUp(login, shown, password));
    context().say("createsuperuser.done", person.login(), Long.toString(person.id()));
  }
}
