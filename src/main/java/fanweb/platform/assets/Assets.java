package fanweb.platform.assets;

import java.net.URI;

/**
 * Addresses of static files for views: the EL name {@code assets}. Immutable.
 *
 * @param staticUrl the base, a path or an absolute URL
 * @param contextPath where the application is, empty for the root
 * @param hash of the tree
 */
public record Assets(URI staticUrl, String contextPath, String hash) {
  /** The address of a file such as {@code css/base.css}, with the hash of the tree in it. */
  public String url(String path) {
    return staticUrl.isAbsolute() ? staticUrl + hash + "/" + path : local(path);
  }

  /**
   * The same on this very host: browsers draw symbols of a sprite from the page's own origin only.
   */
  public String local(String path) {
    return contextPath + staticUrl.getRawPath() + hash + "/" + path;
  }
}
