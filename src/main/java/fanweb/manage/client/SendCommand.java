package fanweb.manage.client;

import fanweb.account.GuestToken;
import fanweb.manage.Context;
import fanweb.manage.ExitCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says each line of standard input in a group. */
@Command(name = "send")
public final class SendCommand implements Callable<Integer> {
  /** What is left of a key of 64 characters beside a dash and the longest number. */
  private static final Pattern PREFIX = Pattern.compile("[!-~]{1,44}");

  /** How long whoever is stopped waits for the server to hear it. */
  private static final long PARTING_SECONDS = 2;

  private final Context context;

  @Mixin private ServerOptions options = new ServerOptions();

  @Option(names = "--key-prefix", paramLabel = "PREFIX", descriptionKey = "send.key_prefix")
  private @Nullable String prefix;

  @Option(names = "--json", descriptionKey = "send.json")
  private boolean json;

  /** Made with what all commands are made with. */
  public SendCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    ServerOptions.Server server = server();
    Explanation explanation = new Explanation(context, server.address());
    Sending sending = new Sending(prefix, new ToPeople(explanation));
    End end = run(sending, server.conversation(sending));
    Sending.Sum sum = sending.sum();
    tellPrograms(sum);
    if (sum.repeated() + sum.refused() + sum.unsent() > 0) {
      tellPeople("send.sum", sending);
    }
    if (end instanceof End.Left) {
      return sum.refused() == 0 ? ExitCode.OK : ExitCode.FAILED;
    }
    throw explanation.of(end);
  }

  private End run(Sending sending, Conversation conversation) {
    LastWords words = new LastWords(() -> stop(sending, conversation));
    try (conversation) {
      conversation.begin(Beginning.NOW);
      return words.during(() -> sending.run(conversation, context.console().marked()));
    } catch (CompletionException e) {
      if (e.getCause() instanceof UncheckedIOException unread) {
        throw context.failure(ExitCode.FAILED, "send.unread", String.valueOf(unread.getCause()));
      }
      throw e;
    }
  }

  /** Once one has left no line is acknowledged any more, so that what is said holds. */
  private void stop(Sending sending, Conversation conversation) {
    conversation.leave();
    conversation
        .over()
        .handle((end, failure) -> true)
        .completeOnTimeout(true, PARTING_SECONDS, TimeUnit.SECONDS)
        .join();
    Sending.Sum sum = sending.sum();
    tellPrograms(sum);
    tellPeople(sum.unsent() == 0 ? "send.stopped" : "send.stopped_before", sending);
  }

  /** Keys hold for one author: whoever has no token is the guest of this account then. */
  private ServerOptions.Server server() {
    ServerOptions.Server server = options.read(context);
    demandPrefix();
    if (prefix == null || server.token() != null) {
      return server;
    }
    GuestSecret secret = new GuestSecret(GuestSecret.usual(), new SecureRandom());
    try {
      GuestToken guest = secret.on(server.address().server());
      if (server.address().isReadable()) {
        context.say("client.token_in_clear", server.address().server());
      }
      return server.as(guest);
    } catch (IOException e) {
      throw context.failure(ExitCode.FAILED, "send.no_guest", secret.file(), e.toString());
    }
  }

  private void demandPrefix() {
    if (prefix != null && !PREFIX.matcher(prefix).matches()) {
      throw context.failure(ExitCode.USAGE, "send.wrong_prefix");
    }
  }

  private void tellPrograms(Sending.Sum sum) {
    if (json) {
      context
          .console()
          .out()
          .println(
              Frames.JSON
                  .createObjectBuilder()
                  .add("lines", sum.lines())
                  .add("stored", sum.stored())
                  .add("repeated", sum.repeated())
                  .add("refused", sum.refused())
                  .add("unsent", sum.unsent())
                  .build());
    }
  }

  private void tellPeople(String key, Sending sending) {
    Sending.Sum sum = sending.sum();
    context.say(
        key,
        String.valueOf(sum.stored()),
        String.valueOf(sum.repeated()),
        String.valueOf(sum.refused()),
        String.valueOf(sum.unsent()),
        String.valueOf(sending.first()));
  }

  /** Says on standard error what keeps lines back. */
  private final class ToPeople implements Sending.Report {
    private final Explanation explanation;
    private boolean saidSlow;

    ToPeople(Explanation explanation) {
      this.explanation = explanation;
    }

    @Override
    public void refused(long line, Refusal why) {
      context.say(
          "send.refused",
          String.valueOf(line),
          VisibleText.line(why.code()),
          VisibleText.line(why.message()));
    }

    /** Once: a server that lets through so many a second says no as often. */
    @Override
    public void delayed(Refusal why) {
      if (!saidSlow) {
        saidSlow = true;
        context.say("send.slow", VisibleText.line(why.message()));
      }
    }

    @Override
    public void away(LineEnd why) {
      context.say("client.away", explanation.sentence(why));
    }
  }
}
