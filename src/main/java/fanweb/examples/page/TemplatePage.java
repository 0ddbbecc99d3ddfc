package fanweb.examples.page;

import fanweb.platform.Views;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A template with a text, a list and a map in it (T8). */
@WebServlet({"/examples/template", "/examples/template/"})
public final class TemplatePage extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  private final transient Views views;

  @Inject
  TemplatePage(Views views) {
    this.views = views;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    String name = "张三";
    List<String> roles = List.of("管理员", "测试");
    Map<String, Object> userInfo = new LinkedHashMap<>();
    userInfo.put("name", "张三");
    userInfo.put("age", 28);
    views.render(
        request, response, "template.jsp", Map.of("n1", name, "n2", roles, "n3", userInfo));
  }
}
