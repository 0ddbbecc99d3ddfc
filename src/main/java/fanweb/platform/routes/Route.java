package fanweb.platform.routes;

import fanweb.platform.rest.Access;

/**
 * One thing the project answers.
 *
 * @param feature the feature that does, as in {@code chat}
 * @param method the HTTP method, or {@code WS} for a socket
 * @param path as in {@code /ws/{group}/}; answers with and without its closing slash
 * @param handler class and method, as in {@code RoomPage.doGet}
 * @param access who may use it
 */
public record Route(String feature, String method, String path, String handler, Access access) {
  /** Whether a browser can simply go there. */
  public boolean isLink() {
    return method.equals("GET") && path.indexOf('{') < 0;
  }
}
