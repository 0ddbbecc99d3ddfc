package fanweb.chat;

import fanweb.account.AccountChange;
import fanweb.account.Identities;
import fanweb.account.Identity;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Django's consumer: the way in for every connection, whatever it speaks. Nothing here blocks.
 *
 * <p>Any thread, but one at a time for {@link #receive} of one connection.
 */
public final class ChatConsumer {
  private static final CompletableFuture<?> DONE = CompletableFuture.completedFuture(null);

  private static final Logger LOG = System.getLogger(ChatConsumer.class.getName());

  private final ChatService service;
  private final Node node;
  private final Reception reception;
  private final Recognition recognition;
  private final Set<Connection> connections = ConcurrentHashMap.newKeySet();

  /**
   * Makes the way into a node.
   *
   * @param random draws the tokens of new guests; nobody may be able to guess what comes next
   * @param limits how much one client may take up
   * @param identities knows who those who are connected are by now
   */
  public ChatConsumer(
      ChatService service,
      Node node,
      RandomGenerator random,
      ConnectionLimits limits,
      Identities identities) {
    this.service = service;
    this.node = node;
    this.recognition = new Recognition(identities, node);
    this.reception = new Reception(service, node, new Guests(random, identities), limits);
  }

  /**
   * Takes in a connection, which is in no group yet.
   *
   * @param outlet where its frames go
   * @param dialect what it speaks
   * @param place what it may take up; given back with it
   * @param who speaks over it; a guest without an author is whoever the first join says
   * @return to be given back by {@link #disconnect}
   */
  public Connection connect(Outlet outlet, Dialect dialect, Place place, Identity who) {
    Connection connection = new Connection(outlet, dialect, place, node, who);
    connections.add(connection);
    node.meters().joined();
    recognition.admit(connection);
    return connection;
  }

  /**
   * Hears about somebody who stays without being a connection, until {@link #forget}: they are told
   * when they are no longer who they were.
   */
  public void watch(Visitor visitor) {
    recognition.admit(visitor);
  }

  /** Hears about them no more. Any number of times. */
  public void forget(Visitor visitor) {
    recognition.forget(visitor);
  }

  /**
   * Something about accounts changed: whoever is connected and no longer who they were is sent away
   * within seconds, to come back as who they are or not. Called after {@link Identities} knows, by
   * any thread; does not block. Telling it twice does no harm.
   */
  public void changed(AccountChange change) {
    recognition.changed(change);
  }

  /**
   * Looks whether those who are connected still are who they were, by time for example. Called once
   * a minute; does not block. While the database does not answer nobody is sent away.
   */
  public void recognise() {
    recognition.sweep();
  }

  /** Everybody who is here as of now, connections and others who stay. */
  List<Visitor> present() {
    return recognition.present();
  }

  /** Takes a connection out of its groups, once for each {@link #connect}. */
  public void disconnect(Connection connection) {
    connections.remove(connection);
    recognition.forget(connection);
    reception.leaveAll(connection);
    connection.place().close();
    node.meters().left();
  }

  /**
   * Ends the connections that have not read one burst in ten seconds. Called about once a second by
   * one thread.
   */
  public void endStuck() {
    connections.forEach(ChatConsumer::endIfStuck);
  }

  /** One connection's failure is its own. */
  private static void endIfStuck(Connection connection) {
    try {
      connection.writer().endIfStuck();
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "event=stuck_connection_not_ended connection=" + connection, e);
    }
  }

  /**
   * Does what a client asks for, in the order in which it asks, and answers. What comes from a
   * connection that is being ended is not done.
   *
   * @param id of the command, to be repeated in the answer; null when it has none
   */
  public void receive(Connection connection, @Nullable String id, ChatCommand command) {
    if (connection.isEnding()) {
      return;
    }
    if (command instanceof ChatCommand.Close) {
      connection.end(Ending.ASKED_FOR);
      return;
    }
    boolean fits = connection.accept();
    // What does not fit counts for the rate as well: whoever goes on is flooding.
    Refusal refusal = limit(connection, command);
    if (refusal == null && !fits) {
      refusal = Refusal.TOO_MANY_COMMANDS;
    }
    if (refusal != null) {
      connection.answer(id, new ChatReply.Failed(refusal));
      return;
    }
    connection.inTurn(
        new Connection.Request(id, command), one -> perform(connection, one), node.drains());
  }

  /**
   * Answers what was no command. It counts for the limit like one: nonsense costs no less.
   *
   * @param id to be repeated in the answer; null when none could be read
   */
  public void refuse(Connection connection, @Nullable String id, ChatReply.Misread misread) {
    if (!connection.isEnding()) {
      Refusal refusal = limit(connection);
      connection.reply(id, refusal == null ? misread : new ChatReply.Failed(refusal));
    }
  }

  private static @Nullable Refusal limit(Connection connection, ChatCommand command) {
    boolean isFirst = command instanceof ChatCommand.Join && connection.speaker() == null;
    return isFirst || command instanceof ChatCommand.Ping ? null : limit(connection);
  }

  private static @Nullable Refusal limit(Connection connection) {
    return switch (connection.place().limit().next()) {
      case ALLOWED -> null;
      case TOO_FAST -> Refusal.TOO_FAST;
      case FLOODING -> {
        connection.writer().endAfterReplies(Ending.FLOODING);
        yield Refusal.TOO_FAST;
      }
    };
  }

  private CompletableFuture<?> perform(Connection connection, Connection.Request request) {
    String id = request.id();
    ChatCommand command = request.command();
    if (command instanceof ChatCommand.Join join) {
      return reception.join(connection, id, join);
    }
    if (command instanceof ChatCommand.InGroup about) {
      Membership member = connection.memberships().in(about.group());
      ChatReply.Speaker speaker = connection.speaker();
      if (member == null || speaker == null) {
        connection.answer(id, new ChatReply.Failed(Refusal.NOT_JOINED));
      } else {
        perform(member, speaker.author(), id, about);
      }
    } else {
      connection.answer(id, new ChatReply.Pong());
    }
    return DONE;
  }

  private void perform(
      Membership member, Author author, @Nullable String id, ChatCommand.InGroup command) {
    Connection connection = member.connection();
    if (command instanceof ChatCommand.Typing typing) {
      show(member, author, id, typing);
    } else if (command instanceof ChatCommand.Read read) {
      service.markRead(member.group(), author.id(), read.offset());
      connection.answer(id, new ChatReply.Done());
    } else if (command instanceof ChatCommand.Leave) {
      reception.leave(member);
      connection.answer(id, new ChatReply.Done());
    } else {
      submit(member, id, draft(connection.who(), author, command));
    }
  }

  /** Not answered, unless the author may not write at all. */
  private void show(
      Membership member, Author author, @Nullable String id, ChatCommand.Typing typing) {
    ChatRoom room = member.room();
    Identity who = member.connection().who();
    Refusal closed =
        ChatPolicy.typing(room.rules().stand(who, node.clock().instant())).orElse(null);
    if (typing.on() && closed != null) {
      member.connection().answer(id, new ChatReply.Failed(closed));
    } else {
      room.company().write(author, typing.on());
      member.connection().forget();
    }
  }

  private Draft draft(Identity who, Author author, ChatCommand.InGroup command) {
    // What is told in milliseconds is stored in milliseconds.
    Instant now = Instant.ofEpochMilli(node.clock().millis());
    if (command instanceof ChatCommand.Publish publish) {
      return Draft.of(
          publish.group(),
          publish.key(),
          who,
          ChatEvent.Message.written(now, author, publish.text()));
    }
    ChatEvent event =
        command instanceof ChatCommand.Edit edit
            ? new ChatEvent.Edited(now, author, edit.offset(), edit.text())
            : new ChatEvent.Deleted(now, author, ((ChatCommand.Delete) command).offset());
    return Draft.of(command.group(), null, who, event);
  }

  private void submit(Membership member, @Nullable String id, Draft draft) {
    service.submit(
        member.room(),
        draft,
        outcome -> {
          if (outcome instanceof Outcome.Stored stored) {
            member
                .connection()
                .answer(id, new ChatReply.Ack(draft.group(), stored.position(), stored.repeated()));
          } else if (outcome instanceof Outcome.Refused refused) {
            member.connection().answer(id, new ChatReply.Failed(refused.refusal()));
          }
        });
  }
}
