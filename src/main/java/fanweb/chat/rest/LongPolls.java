package fanweb.chat.rest;

import fanweb.account.Identity;
import fanweb.channel.GroupName;
import fanweb.channel.StreamPosition;
import fanweb.chat.ChatConsumer;
import fanweb.chat.ChatService;
import fanweb.chat.Refusal;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Those on this node who wait for news of a group by long polls. Any thread. */
@Singleton
final class LongPolls {
  private final ChatService service;
  private final ChatConsumer consumer;
  private final AddressGate gate;

  @Inject
  LongPolls(ChatService service, ChatConsumer consumer, AddressGate gate) {
    this.service = service;
    this.consumer = consumer;
    this.gate = gate;
  }

  /**
   * Has a request wait.
   *
   * @param reader who waits, where, for how long
   * @throws fanweb.platform.RefusedException when too many wait already
   */
  void begin(HttpServletRequest request, HttpServletResponse response, Reader reader) {
    LongPoll poll = new LongPoll(consumer, request, reader.caller(), gate.enter(request));
    try {
      poll.await(
          service
              .awaitNews(reader.group(), reader.seen(), poll::wake)
              .orElseThrow(() -> Problems.of(Refusal.OVERLOADED)));
      poll.begin(
          request.startAsync(new WaitingRequest(request, reader.group()), response),
          reader.patience());
    } catch (RuntimeException e) {
      poll.end();
      throw e;
    }
  }

  /**
   * Who waits.
   *
   * @param seen what was read last
   * @param patience seconds
   */
  record Reader(Identity caller, GroupName group, StreamPosition seen, int patience) {}
}
