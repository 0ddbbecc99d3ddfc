package fanweb.platform.assets;

import fanweb.platform.PlatformSettings;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Loads the tree once at the start and serves it where {@code fanweb.static.url} says. */
@WebListener
public final class AssetsListener implements ServletContextListener {
  private static final System.Logger LOG = System.getLogger("fanweb.platform.assets");
  private static final String ROOT = "/static/";

  private final PlatformSettings settings;

  @Inject
  AssetsListener(PlatformSettings settings) {
    this.settings = settings;
  }

  @Override
  public void contextInitialized(ServletContextEvent event) {
    ServletContext context = event.getServletContext();
    AssetTree tree = tree(context);
    boolean reload = Boolean.getBoolean("fanweb.reload");
    // While somebody works on the files, each request finds them as they are.
    Supplier<AssetTree> files = reload ? () -> tree(context) : () -> tree;
    String hash = reload ? AssetTree.NOBODYS : tree.hash();
    context.setAttribute(
        "assets", new Assets(settings.staticUrl(), context.getContextPath(), hash));
    context
        .addServlet("static", new StaticFiles(files, settings.staticUrl().isAbsolute()))
        .addMapping(settings.staticUrl().getPath() + "*", StaticFiles.FAVICON);
    LOG.log(
        Level.INFO,
        "static files={0} hash={1} base={2}",
        tree.size(),
        tree.hash(),
        settings.staticUrl());
  }

  private static AssetTree tree(ServletContext context) {
    Map<String, byte[]> contents = new TreeMap<>();
    load(context, ROOT, contents);
    return AssetTree.of(contents);
  }

  private static void load(ServletContext context, String folder, Map<String, byte[]> contents) {
    Set<String> paths = context.getResourcePaths(folder);
    for (String path : paths == null ? Set.<String>of() : paths) {
      if (path.endsWith("/")) {
        load(context, path, contents);
      } else {
        contents.put(path.substring(ROOT.length()), bytes(context, path));
      }
    }
  }

  private static byte[] bytes(ServletContext context, String path) {
    try (InputStream stream = context.getResourceAsStream(path)) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
