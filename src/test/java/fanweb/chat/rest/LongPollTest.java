package fanweb.chat.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fanweb.account.AccountChange;
import fanweb.account.AccountChange.CredentialEnded;
import fanweb.account.AccountChange.UserChanged;
import fanweb.account.Identity;
import fanweb.channel.GroupName;
import fanweb.channel.StreamPosition;
import fanweb.chat.ChatNode;
import fanweb.chat.ChatPolicy;
import fanweb.chat.GroupView;
import fanweb.chat.People;
import fanweb.chat.Place;
import fanweb.chat.SendLimit;
import fanweb.platform.RefusedException;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who waits with a long poll does not stay who they were longer than others. */
class LongPollTest {
  private static final GroupName GROUP = new GroupName("lobby");

  private final ChatNode node = ChatNode.start();
  private final People people = node.people();
  private final Callers callers = new Callers(people);
  private final Identity ann = people.user(1, "Ann");
  private final Map<Object, Object> attributes = new ConcurrentHashMap<>();
  private final AtomicInteger dispatched = new AtomicInteger();
  private final HttpServletRequest request = proxy(HttpServletRequest.class, this::ofRequest);

  @AfterEach
  void stop() throws InterruptedException {
    node.close();
  }

  @Test
  void whoIsSignedOutIsAnsweredSoAtOnce() {
    waiting();
    people.signOut(1);

    node.consumer().changed(new CredentialEnded(Identity.Proof.SESSION, 101));

    assertThat(dispatched).hasValue(1);
    assertThatThrownBy(() -> callers.of(request))
        .isInstanceOf(RefusedException.class)
        .hasMessage("You are signed out meanwhile");
  }

  @Test
  void whoseRightsChangedGoesOnAsWhoTheyAreNow() {
    waiting();
    Identity now = people.user(1, "Ann", ChatPolicy.MODERATE_GROUPS);

    node.consumer().changed(new UserChanged(1));

    await().until(() -> dispatched.get() == 1);
    assertThat(callers.of(request)).isEqualTo(now);
  }

  @Test
  void whoHasStoppedWaitingIsNotToldAnyMore() {
    LongPoll poll = waiting();
    AccountChange change = new CredentialEnded(Identity.Proof.SESSION, 101);

    poll.end();
    node.consumer().changed(change);

    assertThat(dispatched).hasValue(0);
    assertThat(callers.of(request)).isEqualTo(ann);
  }

  private LongPoll waiting() {
    StreamPosition head = node.service().look(GROUP, GroupView::head);
    LongPoll poll = new LongPoll(node.consumer(), request, ann, new Place(SendLimit.of(0, 1)));
    poll.await(node.service().awaitNews(GROUP, head, poll::wake).orElseThrow());
    poll.begin(proxy(AsyncContext.class, this::ofContext), 30);
    return poll;
  }

  private @Nullable Object ofContext(String name, Object @Nullable [] arguments) {
    if (name.equals("dispatch")) {
      dispatched.incrementAndGet();
    }
    return null;
  }

  private @Nullable Object ofRequest(String name, Object @Nullable [] arguments) {
    return switch (name) {
      case "getUserPrincipal" -> ann;
      case "getAttribute" -> attributes.get(Objects.requireNonNull(arguments)[0]);
      case "setAttribute" -> attributes.put(Objects.requireNonNull(arguments)[0], arguments[1]);
      default -> null;
    };
  }

  private static <T> T proxy(
      Class<T> type, BiFunction<String, Object @Nullable [], @Nullable Object> answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> answers.apply(method.getName(), arguments)));
  }
}
