package fanweb.platform;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** Renders a view as the answer to a request. Safe for any thread. */
public interface Views {
  /**
   * Looks the view up in the site's own folder {@code /WEB-INF/templates} first, then in the folder
   * of each feature in registration order, and forwards to it. The answer is HTML in the language
   * of {@code request.getLocale()}, that of the person who asks; the status stays as the caller set
   * it, and {@code Cache-Control} too when it did.
   *
   * @param view a file name such as {@code room.jsp}
   * @param model what the view finds under these names
   * @throws IllegalArgumentException when no feature has such a view
   */
  void render(
      HttpServletRequest request, HttpServletResponse response, String view, Map<String, ?> model)
      throws ServletException, IOException;
}
