package fanweb.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.selenium.AxeBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** One browser with one window, as one person uses it. */
final class Window implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final ChromeDriver driver;

  private Window(ChromeDriver driver) {
    this.driver = driver;
  }

  /** Whether this machine has what a window needs. */
  static boolean isPossible() {
    return browser().isPresent() && chromeDriver().isPresent();
  }

  /** Opens Chromium; only where {@link NeedsBrowser} lets tests run. */
  static Window open() {
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(chromeDriver().orElseThrow().toFile())
            .build();
    return new Window(new ChromeDriver(service, options(browser().orElseThrow())));
  }

  private static Optional<Path> browser() {
    return installed(
        "CHROME_BIN", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
  }

  private static Optional<Path> chromeDriver() {
    return installed("CHROMEDRIVER_BIN", "/usr/bin/chromedriver", "/usr/lib/chromium/chromedriver");
  }

  /** What the variable names, and nothing else; the usual places when it is not set. */
  private static Optional<Path> installed(String variable, String... places) {
    String named = System.getenv(variable);
    return (named == null ? Stream.of(places) : Stream.of(named))
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static ChromeOptions options(Path browser) {
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(browser.toFile());
    options.setCapability("goog:loggingPrefs", logs);
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync");
    return options;
  }

  ChromeDriver driver() {
    return driver;
  }

  Window size(int width, int height) {
    driver.manage().window().setSize(new Dimension(width, height));
    return this;
  }

  Window go(String address) {
    driver.get(address);
    return this;
  }

  /** Sets a cookie as the page's own scripts would; only after a page of the site was opened. */
  Window cookie(String name, String value) {
    driver.manage().addCookie(new Cookie(name, value));
    return this;
  }

  WebElement find(String css) {
    return driver.findElement(By.cssSelector(css));
  }

  List<String> texts(String css) {
    return driver.findElements(By.cssSelector(css)).stream().map(WebElement::getText).toList();
  }

  /** Waits until an element shows this text. */
  Window await(String css, String text) {
    waiting().untilAsserted(() -> assertThat(texts(css)).anyMatch(shown -> shown.contains(text)));
    return this;
  }

  /** Waits until nothing matches. */
  Window awaitNone(String css) {
    waiting().untilAsserted(() -> assertThat(texts(css)).isEmpty());
    return this;
  }

  private static ConditionFactory waiting() {
    return Awaitility.await()
        .atMost(PATIENCE)
        .pollInSameThread()
        .ignoreException(StaleElementReferenceException.class);
  }

  /**
   * Waits until a room's line is there, while the browser says again and again that there is a
   * network: the page's own pauses may have grown longer than our patience.
   */
  Window awaitLine() {
    waiting()
        .untilAsserted(
            () -> {
              driver.executeScript("dispatchEvent(new Event('online'))");
              assertThat(texts("[data-state-text]")).contains("连接成功");
            });
    return this;
  }

  /** Waits until what matches shows exactly these texts, in this order. */
  Window awaitAll(String css, String... texts) {
    waiting().untilAsserted(() -> assertThat(texts(css)).containsExactly(texts));
    return this;
  }

  /** Runs a script in each page that is opened from now on, before the page's own. */
  Window prepare(String script) {
    driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script));
    return this;
  }

  /** Is at another address from now on, where the server believes it. */
  Window from(String address) {
    driver.executeCdpCommand("Network.enable", Map.of());
    driver.executeCdpCommand(
        "Network.setExtraHTTPHeaders", Map.of("headers", Map.of("X-Forwarded-For", address)));
    return this;
  }

  /** What keeps people out of the page as it is now, by axe-core. */
  List<String> barriers() {
    // Our pages have no frames: without them axe needs no second window, which takes longer than
    // all its rules.
    return new AxeBuilder()
        .setLegacyMode(true).analyze(driver).getViolations().stream()
            .map(rule -> rule.getId() + ": " + rule.getHelp() + rule.getNodes())
            .toList();
  }

  /** Whether the page is wider than the window. */
  boolean scrollsSideways() {
    return Boolean.TRUE.equals(
        driver.executeScript("return document.documentElement.scrollWidth > window.innerWidth"));
  }

  /** Types a message and presses Enter; by script, for the driver cannot type beyond the BMP. */
  void say(String text) {
    driver.executeScript("arguments[0].value = arguments[1]", find("#text"), text);
    find("#text").sendKeys(Keys.ENTER);
  }

  /** What the console complains about, violations of the policy included. */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
        .map(LogEntry::getMessage)
        .toList();
  }

  @Override
  public void close() {
    driver.quit();
  }
}
