package fanweb.manage.client;

import fanweb.manage.Context;
import fanweb.manage.ExitCode;
import fanweb.manage.Failure;
import java.io.IOException;
import java.net.http.WebSocket;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Talks in a group. */
@Command(name = "chat")
public final class ChatCommand implements Callable<Integer> {
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
      CompletableFuture<Integer> left = onItsOwn(() -> chat.talk(conversation));
      conversation.begin(Beginning.NOW);
      endWith(conversation, chat, server.address(), left);
      return Waiting.on(left);
    }
  }

  /** What ends the conversation ends the talk, and says what was not sent. */
  private void endWith(
      Conversation conversation, Chat chat, ChatAddress address, CompletableFuture<Integer> left) {
    var unused =
        conversation
            .over()
            .thenCombine(conversation.over().thenCompose(end -> conversation.unsent()), Ended::new)
            .whenComplete(
                (ended, failure) -> {
                  if (failure != null) {
                    left.completeExceptionally(failure);
                  } else if (!(ended.why() instanceof End.Left)) {
                    chat.tellUnsent(ended.unsent());
                    left.completeExceptionally(new Explanation(context, address).of(ended.why()));
                  }
                });
  }

  private int plain(ServerOptions.Server server, Screen screen) {
    CompletableFuture<LineEnd> over = new CompletableFuture<>();
    PlainChat chat = new PlainChat(screen, context.words(), over);
    CompletableFuture<Integer> left = onItsOwn(chat::talk);
    var unused =
        over.whenComplete(
            (end, failure) -> {
              if (failure != null) {
                left.completeExceptionally(failure);
              } else if (isGoodbye(end)) {
                left.complete(ExitCode.OK);
              } else {
                left.completeExceptionally(plainly(server, end));
              }
            });
    try (Loop loop = new Loop(over::completeExceptionally)) {
      server.dialer("", loop).dial(chat);
      return Waiting.on(left);
    }
  }

  private static boolean isGoodbye(LineEnd end) {
    return end instanceof LineEnd.Closed closed && closed.code() == WebSocket.NORMAL_CLOSURE;
  }

  private Failure plainly(ServerOptions.Server server, LineEnd end) {
    return new Explanation(context, server.address()).of(end);
  }

  /** Reading blocks until somebody types; what ends a conversation does not wait for that. */
  private static CompletableFuture<Integer> onItsOwn(Talk talk) {
    CompletableFuture<Integer> left = new CompletableFuture<>();
    Loop.daemons("talk")
        .newThread(
            () -> {
              try {
                left.complete(talk.talk());
              } catch (IOException | RuntimeException e) {
                left.completeExceptionally(e);
              }
            })
        .start();
    return left;
  }

  private record Ended(End why, List<Letter> unsent) {}

  /** Somebody who reads, writes and leaves with an exit code. */
  private interface Talk {
    int talk() throws IOException;
  }
}
