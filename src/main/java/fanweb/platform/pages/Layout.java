package fanweb.platform.pages;

import fanweb.platform.Cookies;
import fanweb.platform.PlatformSettings;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/**
 * What the frame of every page needs: the EL name {@code layout}.
 *
 * @param language of the page, {@code zh-CN} or {@code en}
 * @param theme {@code light} or {@code dark} when chosen by hand, else empty
 * @param contextPath where the application is, empty for the root
 * @param otherLanguage {@code zh} or {@code en}, the one to switch to
 * @param switchUrl this page in the other language
 * @param dev whether pages for developers exist
 * @param reader whoever reads it
 * @param flash the end of the key of a message to be shown once; empty for none
 */
public record Layout(
    String language,
    String theme,
    String contextPath,
    String otherLanguage,
    String switchUrl,
    boolean dev,
    Reader reader,
    String flash) {

  static Layout of(
      HttpServletRequest request, PlatformSettings settings, Reader reader, String flash) {
    boolean chinese = request.getLocale().equals(Languages.CHINESE);
    Locale other = chinese ? Languages.ENGLISH : Languages.CHINESE;
    String theme = Cookies.value(request, "theme").filter(Layout::isTheme).orElse("");
    String query = QueryString.with(request.getQueryString(), "lang", tag(other));
    return new Layout(
        chinese ? "zh-CN" : "en",
        theme,
        request.getContextPath(),
        tag(other),
        "?" + query,
        settings.isDev(),
        reader,
        flash);
  }

  /** The address of a page of ours by its path, as in {@code /index/}. */
  public String url(String path) {
    return contextPath + path;
  }

  private static String tag(Locale language) {
    return language.getLanguage();
  }

  private static boolean isTheme(String value) {
    return value.equals("light") || value.equals("dark");
  }
}
