package fanweb.manage.people;

import fanweb.account.Caretaker;
import fanweb.account.Person;
import fanweb.account.Session;
import fanweb.manage.Context;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Where somebody is signed in; ends it when asked. */
@Command(name = "sessions")
public final class SessionsCommand extends PeopleCommand {
  @Parameters(paramLabel = "LOGIN", descriptionKey = "people.login")
  private String login = "";

  @Option(names = "--end", descriptionKey = "sessions.end")
  private boolean end;

  @Option(names = "--json", descriptionKey = "json")
  private boolean json;

  /** Made with what all commands are made with. */
  public SessionsCommand(Context context) {
    super(context);
  }

  @Override
  void run(Caretaker caretaker) {
    Person person = caretaker.byLogin(login);
    List<Session> open = caretaker.sessions(person);
    context().list(open, json, SessionsCommand::object, SessionsCommand::line);
    if (end) {
      caretaker.endSessions(person);
      context().say("sessions.ended", open.size(), person.login());
    }
  }

  private static String line(Session session) {
    return String.join(
        "\t",
        Long.toString(session.id()),
        session.began().toString(),
        session.seen().toString(),
        session.address(),
        session.agent());
  }

  private static JsonObject object(Session session) {
    return Json.createObjectBuilder()
        .add("id", session.id())
        .add("began", session.began().toString())
        .add("seen", session.seen().toString())
        .add("ends", session.ends().toString())
        .add("address", session.address())
        .add("agent", session.agent())
        .build();
  }
}
