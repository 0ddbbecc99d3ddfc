package fanweb.manage.people;

import fanweb.account.Caretaker;
import fanweb.account.KnownPermissions;
import fanweb.account.Person;
import fanweb.account.Token;
import fanweb.account.TokenRequest;
import fanweb.manage.Context;
import jakarta.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a token of the API for somebody, and prints it this once. */
@Command(name = "createtoken")
public final class CreateTokenCommand extends PeopleCommand {
  @Parameters(index = "0", paramLabel = "LOGIN", descriptionKey = "people.login")
  private String login = "";

  @Parameters(
      index = "1..*",
      paramLabel = "PERMISSION",
      arity = "1..*",
      descriptionKey = "createtoken.scopes")
  private List<String> scopes = List.of();

  @Option(
      names = "--name",
      paramLabel = "NAME",
      defaultValue = "fanweb",
      descriptionKey = "createtoken.name")
  private String name = "";

  @Option(
      names = "--days",
      paramLabel = "DAYS",
      defaultValue = "90",
      descriptionKey = "createtoken.days")
  private int days;

  @Option(names = "--json", descriptionKey = "json")
  private boolean json;

  /** Made with what all commands are made with. */
  public CreateTokenCommand(Context context) {
    super(context);
  }

  @Override
  void run(Caretaker caretaker) {
    Person person = caretaker.byLogin(login);
    List<String> known = KnownPermissions.installed().checked(scopes, "permission");
    Token.Made made =
        caretaker.makeToken(
            person,
            new TokenRequest(name, known, Optional.of(caretaker.endOf(Duration.ofDays(days)))));
    String secret = made.secret().value();
    context().console().out().println(json ? object(made) : secret);
    context().say("createtoken.done", person.login(), made.token().ends().toString());
  }

  private static String object(Token.Made made) {
    return Json.createObjectBuilder()
        .add("id", made.token().id())
        .add("token", made.secret().value())
        .add("scopes", Json.createArrayBuilder(made.token().scopes()))
        .add("ends", made.token().ends().toString())
        .build()
        .toString();
  }
}
