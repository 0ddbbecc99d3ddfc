package fanweb.platform.pages;

import fanweb.platform.CsrfTokens;
import fanweb.platform.Feature;
import fanweb.platform.PlatformSettings;
import fanweb.platform.Views;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.servlet.ServletContext;
import java.net.MalformedURLException;

/** Makes the views and texts of the deployment. */
@Dependent
final class PagesWiring {
  @Produces
  @Singleton
  Translations translations() {
    return new Translations(Feature.installed());
  }

  @Produces
  @Singleton
  Views views(
      PlatformSettings settings,
      Translations translations,
      CsrfTokens tokens,
      ServletContext context) {
    ViewLookup lookup = new ViewLookup(Feature.installed(), path -> exists(context, path));
    return new JspViews(settings, lookup, translations, tokens);
  }

  private static boolean exists(ServletContext context, String path) {
    try {
      return context.getResource(path) != null;
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(path, e);
    }
  }
}
