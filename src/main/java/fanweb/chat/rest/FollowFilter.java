package fanweb.chat.rest;

import fanweb.account.Identity;
import fanweb.channel.GroupName;
import fanweb.channel.StreamPosition;
import fanweb.chat.Drain;
import fanweb.chat.protocol.EventStreamDialect;
import fanweb.platform.Fault;
import fanweb.platform.Refusals;
import fanweb.platform.RefusedException;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes those requests for a group's messages that go on after their thread has left them: streams
 * of events, which are answered here, and long polls that find nothing new, which go on to {@link
 * MessageResource} when there is something or their time is over. Mapped in {@code web.xml}.
 */
public final class FollowFilter extends HttpFilter {
  private static final Pattern PATH = Pattern.compile("/api/groups/([^/]+)/messages/?");

  /** Those of a path (RFC 3986, section 3.3), which say nothing here. */
  private static final Pattern PARAMETERS = Pattern.compile(";[^/]*");

  private static final String LAST_ID = "Last-Event-ID";

  @Serial private static final long serialVersionUID = 1L;

  private final transient Groups groups;
  private final transient Callers callers;
  private final transient EventStreams streams;
  private final transient LongPolls polls;
  private final transient Drain drain;

  @Inject
  FollowFilter(Groups groups, Callers callers, EventStreams streams, LongPolls polls, Drain drain) {
    this.drain = drain;
    this.groups = groups;
    this.callers = callers;
    this.streams = streams;
    this.polls = polls;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    Matcher messages = PATH.matcher(PARAMETERS.matcher(path).replaceAll(""));
    if (!request.getMethod().equals("GET") || !messages.matches()) {
      chain.doFilter(request, response);
      return;
    }
    try {
      GroupName group = named(messages.group(1));
      if (wantsEvents(request)) {
        if (drain.isUnderWay()) {
          throw new RefusedException(
              RefusedException.Reason.BUSY, "This node is stopping: ask again");
        }
        follow(request, response, group);
      } else if (!holds(request, response, group)) {
        chain.doFilter(request, response);
      }
    } catch (RefusedException e) {
      Refusals.refuse(request, response, e);
    }
  }

  /**
   * The name as it was sent. Payara decodes a path that came over HTTP/2 as if it were Latin-1, and
   * what comes of that may be another group's name.
   */
  private static GroupName named(String sent) {
    try {
      return Groups.named(URLDecoder.decode(sent, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      // A broken escape: no name has a %.
      return Groups.named(sent);
    }
  }

  private static boolean wantsEvents(HttpServletRequest request) {
    String accept = request.getHeader("Accept");
    return accept != null && accept.contains("text/event-stream");
  }

  private void follow(HttpServletRequest request, HttpServletResponse response, GroupName group)
      throws IOException {
    MessageQuery query = MessageQuery.parse(request.getQueryString(), MessageQuery.OF_STREAM);
    Optional<StreamPosition> last = lastId(request);
    Identity caller = callers.orNewGuest(request, response);
    groups.prepare(group);
    Optional<StreamPosition> asked =
        groups.read(
            group,
            caller,
            view ->
                query.after() == null
                    ? Optional.empty()
                    : Optional.of(new EventPages(group, view).position(query)));
    // A browser that comes back asks at the same address as the first time.
    streams.begin(
        request,
        response,
        group,
        new EventStreams.Reader(caller, query.name(), last.or(() -> asked)));
  }

  private static Optional<StreamPosition> lastId(HttpServletRequest request) {
    String id = request.getHeader(LAST_ID);
    if (id == null || id.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        EventStreamDialect.parseId(id)
            .orElseThrow(
                () ->
                    RefusedException.invalid(
                        Fault.inHeader(LAST_ID, "must be the id of an event that was told"))));
  }

  /** Whether a request waits now; else it has an answer at once, if only that it is wrong. */
  private boolean holds(HttpServletRequest request, HttpServletResponse response, GroupName group) {
    MessageQuery query = MessageQuery.parse(request.getQueryString(), MessageQuery.OF_PAGE);
    if (query.patience() == 0 || drain.isUnderWay()) {
      return false;
    }
    Identity caller = callers.of(request);
    Optional<StreamPosition> seen =
        groups.read(group, caller, view -> new EventPages(group, view).waiting(query));
    if (seen.isEmpty()) {
      return false;
    }
    polls.begin(
        request, response, new LongPolls.Reader(caller, group, seen.get(), query.patience()));
    return true;
  }
}
