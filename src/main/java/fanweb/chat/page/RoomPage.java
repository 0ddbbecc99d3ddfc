package fanweb.chat.page;

import fanweb.channel.GroupName;
import fanweb.chat.ChatSettings;
import fanweb.platform.Views;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** The room of one group, or the form that leads to one (T26). */
@WebServlet({"/index", "/index/"})
public final class RoomPage extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  private final transient RecentGroups groups;
  private final transient ChatSettings settings;
  private final transient Views views;

  @Inject
  RoomPage(RecentGroups groups, ChatSettings settings, Views views) {
    this.groups = groups;
    this.settings = settings;
    this.views = views;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    String typed = request.getParameter("group_id");
    Optional<GroupName> group = Optional.ofNullable(typed).flatMap(GroupName::parse);
    if (group.isPresent()) {
      showRoom(request, response, group.get());
      return;
    }
    if (typed != null) {
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
    }
    views.render(
        request,
        response,
        "choose.jsp",
        Map.of(
            "groups",
            groups.list(request.getUserPrincipal()),
            "typed",
            typed == null ? "" : typed,
            "wrong",
            typed != null));
  }

  private void showRoom(HttpServletRequest request, HttpServletResponse response, GroupName group)
      throws ServletException, IOException {
    Map<String, Object> model =
        Map.of(
            "group", group.value(),
            "groups", groups.list(request.getUserPrincipal()),
            "socket", "/ws/" + GroupLink.encoded(group) + "/",
            "signIn", signIn(request, group),
            "maxBytes", settings.maxMessageBytes());
    views.render(request, response, "room.jsp", model);
  }

  /** Where one signs in and comes back to a room. */
  private static String signIn(HttpServletRequest request, GroupName group) {
    String room = request.getContextPath() + "/index/?group_id=" + GroupLink.encoded(group);
    return "/account/sign-in/?next=" + URLEncoder.encode(room, StandardCharsets.UTF_8);
  }
}
