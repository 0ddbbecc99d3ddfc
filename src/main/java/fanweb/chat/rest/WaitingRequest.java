package fanweb.chat.rest;

import fanweb.channel.GroupName;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/**
 * A request for a group's messages that waits, and goes on to them afterwards: on Payara to the
 * path that this one gives, for the server's own may be another group's (see {@link FollowFilter}).
 */
final class WaitingRequest extends HttpServletRequestWrapper {
  private final GroupName group;

  WaitingRequest(HttpServletRequest request, GroupName group) {
    super(request);
    this.group = group;
  }

  @Override
  public String getPathInfo() {
    return "/groups/" + group + "/messages";
  }
}
