package fanweb.platform.routes;

/**
 * One thing the project answers.
 *
 * @param feature the feature that does, as in {@code chat}
 * @param method the HTTP method, or {@code WS} for a socket
 * @param path as in {@code /ws/{group}/}; answers with and without its closing slash
 * @param handler class and method, as in {@code RoomPage.doGet}
 */
public record Route(String feature, String method, String path, String handler) {
  /** Whether a browser can simply go there. */
  public boolean isLink() {
    return method.equals("GET") && path.indexOf('{') < 0;
  }
}
