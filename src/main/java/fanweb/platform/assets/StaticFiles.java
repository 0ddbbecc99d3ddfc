package fanweb.platform.assets;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Serves the tree from memory. Paths are looked up in it and never reach a file system. */
final class StaticFiles extends HttpServlet {
  static final String FAVICON = "/favicon.ico";

  @Serial private static final long serialVersionUID = 1L;

  private final transient Supplier<AssetTree> tree;
  private final boolean forOtherOrigins;

  /**
   * Serves a tree.
   *
   * @param tree asked for at each request
   * @param forOtherOrigins whether pages come from another origin than files; browsers then ask for
   *     leave
   */
  StaticFiles(Supplier<AssetTree> tree, boolean forOtherOrigins) {
    this.tree = tree;
    this.forOtherOrigins = forOtherOrigins;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<AssetTree.Found> found = tree.get().find(pathOf(request));
    if (found.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    Asset asset = found.get().asset();
    response.setHeader(
        "Cache-Control",
        found.get().immutable() ? "public, max-age=31536000, immutable" : "no-cache");
    response.setHeader("ETag", asset.etag());
    if (forOtherOrigins) {
      response.setHeader("Access-Control-Allow-Origin", "*");
      response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
    }
    if (isKnown(request.getHeader("If-None-Match"), asset.etag())) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    response.setContentType(asset.type());
    response.setContentLength(asset.content().length);
    response.getOutputStream().write(asset.content());
  }

  private static String pathOf(HttpServletRequest request) {
    if (request.getServletPath().equals(FAVICON)) {
      return "img/favicon.svg";
    }
    String path = request.getPathInfo();
    return path == null ? "" : path.substring(1);
  }

  private static boolean isKnown(@Nullable String header, String etag) {
    // A proxy that compresses makes the tag weak; the content is the same all the same.
    return header != null && (header.strip().equals("*") || header.contains(etag));
  }
}
