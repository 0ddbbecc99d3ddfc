package fanweb.manage.client;

import fanweb.manage.Context;
import fanweb.manage.ExitCode;
import java.io.IOException;
import java.net.http.WebSocket;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Talks in a group. */
@Command(name = "chat")
public final class ChatCommand implements Callable<Integer> {
  /** How long whoever is stopped waits to hear what was not sent. */
  private static final long PARTING_SECONDS = 2;

  private final Context context;

  @Mixin private ServerOptions options = new ServerOptions();

  @Option(names = "--plain", descriptionKey = "chat.plain")
  private boolean plain;

  /** Made with what all commands are made with. */
  public ChatCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    ServerOptions.Server server = options.read(context);
    try (Screen screen =
        TerminalScreen.of(context.console()).orElseGet(() -> new PipeScreen(context))) {
      return plain ? plain(server, screen) : json(server, screen);
    }
  }

  private int json(ServerOptions.Server server, Screen screen) {
    Chat chat =
        new Chat(screen, context.words(), Clock.system(ZoneId.systemDefault()), server.history());
    try (Conversation conversation = server.conversation(chat)) {
      CompletableFuture<Integer> left =
          onItsOwn(() -> chat.talk(conversation), conversation.over());
      conversation.begin(Beginning.NOW);
      End end =
          screen.during(
              () ->
                  chat.tellFailed(
                      conversation
                          .unsent()
                          .completeOnTimeout(List.of(), PARTING_SECONDS, TimeUnit.SECONDS)
                          .join()),
              () -> Waiting.on(conversation.over()));
      boolean failed = chat.tellFailed(Waiting.on(conversation.unsent()));
      if (end instanceof End.Left) {
        return code(Waiting.on(left), failed);
      }
      throw new Explanation(context, server.address()).of(end);
    }
  }

  private static int code(int code, boolean failed) {
    return code == ExitCode.OK && failed ? ExitCode.FAILED : code;
  }

  private int plain(ServerOptions.Server server, Screen screen) {
    CompletableFuture<LineEnd> over = new CompletableFuture<>();
    PlainChat chat = new PlainChat(screen, context.words(), over);
    CompletableFuture<Integer> left = onItsOwn(chat::talk, over);
    try (Loop loop = new Loop(over::completeExceptionally)) {
      server.dialer("", loop).dial(chat);
      screen.during(chat::tellFailed, () -> Waiting.on(CompletableFuture.anyOf(left, over)));
      if (over.isDone()) {
        return ended(chat, server, Waiting.on(over));
      }
      int code = code(Waiting.on(left), chat.tellFailed());
      chat.leave();
      return code;
    }
  }

  private int ended(PlainChat chat, ServerOptions.Server server, LineEnd end) {
    if (isGoodbye(end)) {
      chat.dismissed();
      return code(ExitCode.OK, chat.tellFailed());
    }
    var unused = chat.tellFailed();
    throw new Explanation(context, server.address()).of(end);
  }

  private static boolean isGoodbye(LineEnd end) {
    return end instanceof LineEnd.Closed closed && closed.code() == WebSocket.NORMAL_CLOSURE;
  }

  /**
   * Reading blocks until somebody types; what ends a conversation does not wait for that. What goes
   * wrong ends the conversation too.
   */
  private CompletableFuture<Integer> onItsOwn(Talk talk, CompletableFuture<?> over) {
    CompletableFuture<Integer> left = new CompletableFuture<>();
    Loop.daemons("talk")
        .newThread(
            () -> {
              try {
                left.complete(talk.talk());
              } catch (IOException e) {
                over.completeExceptionally(
                    context.failure(ExitCode.FAILED, "send.unread", String.valueOf(e)));
              } catch (RuntimeException e) {
                over.completeExceptionally(e);
              }
            })
        .start();
    return left;
  }

  /** Somebody who reads, writes and leaves, by themselves with 0. */
  private interface Talk {
    int talk() throws IOException;
  }
}
