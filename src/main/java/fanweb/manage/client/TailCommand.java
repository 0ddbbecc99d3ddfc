package fanweb.manage.client;

import fanweb.manage.Context;
import fanweb.manage.ExitCode;
import jakarta.json.JsonObject;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes what happens in a group, one event a line. */
@Command(name = "tail")
public final class TailCommand implements Callable<Integer> {
  private final Context context;

  @Mixin private ServerOptions options = new ServerOptions();

  @Option(names = "--since", paramLabel = "OFFSET", descriptionKey = "tail.since")
  private @Nullable Long since;

  @Option(names = "--until-head", descriptionKey = "tail.until_head")
  private boolean untilHead;

  @Option(names = "--allow-gaps", descriptionKey = "tail.allow_gaps")
  private boolean allowGaps;

  @Option(names = "--json", descriptionKey = "json")
  private boolean json;

  /** Made with what all commands are made with. */
  public TailCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    ServerOptions.Server server = options.read(context);
    if (since != null && since < 0) {
      throw context.failure(ExitCode.USAGE, "tail.wrong_since", String.valueOf(since));
    }
    Explanation explanation = new Explanation(context, server.address());
    Tail tail =
        new Tail(
            server,
            new Backoff(new SecureRandom()),
            untilHead,
            this::write,
            why -> context.say("client.away", explanation.sentence(why)));
    End end = run(tail, since == null ? Beginning.NOW : Beginning.after(since));
    if (end instanceof End.Left) {
      return ExitCode.OK;
    }
    throw explanation.of(end);
  }

  private End run(Tail tail, Beginning where) {
    Beginning next = where;
    while (true) {
      try {
        return tail.run(next);
      } catch (GapException e) {
        String key = e.isAnew() ? "tail.anew" : "tail.gap";
        String after = String.valueOf(e.after().offset());
        String behind = String.valueOf(e.next().offset());
        if (!allowGaps) {
          throw context.failure(ExitCode.FAILED, key, after, behind, String.valueOf(e.head()));
        }
        context.say(key + "_allowed", after, behind);
        next = Beginning.after(e.next());
      }
    }
  }

  private void write(JsonObject event) {
    (json ? TailFormat.JSON : TailFormat.FIELDS)
        .line(event, context.console().charset())
        .ifPresent(context.console().out()::println);
    context.demandWritten();
  }
}
