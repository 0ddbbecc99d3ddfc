package fanweb.manage.site;

import static org.assertj.core.api.Assertions.assertThat;

import fanweb.manage.Console;
import fanweb.manage.Context;
import fanweb.manage.Finding;
import fanweb.manage.Words;
import fanweb.manage.site.FlawedSite.Flaw;
import fanweb.platform.config.ProcessSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@code check --deploy} says of sites that cannot be reached as they should. */
class DeployChecksTest {
  private static final Console CONSOLE =
      new Console(
          InputStream.nullInputStream(),
          OutputStream.nullOutputStream(),
          OutputStream.nullOutputStream(),
          Map.of());
  private static final Context CONTEXT =
      new Context(CONSOLE, Words.of(Map.of()), ProcessSettings.of(Map.of()));

  @ParameterizedTest
  @EnumSource
  void what_is_wrong_is_found_and_nothing_else(Flaw flaw) throws IOException {
    try (FlawedSite flawed = new FlawedSite(flaw)) {
      DeployedSite site = new DeployedSite(flawed.home(), "group");
      LineChecks lines = new LineChecks(CONTEXT, site, Duration.ZERO);
      assertThat(new DeployChecks(CONTEXT, site, lines).run())
          .filteredOn(finding -> finding.result() == Finding.Result.WRONG)
          .extracting(finding -> finding.check() + ": " + finding.line().replaceAll(":\\d+/", "/"))
          .isEqualTo(expected(flaw));
    }
  }

  private static List<String> expected(Flaw flaw) {
    return flaw == Flaw.NONE ? List.of() : List.of(flaw.check + ": " + flaw.line(CONTEXT.words()));
  }

  @ParameterizedTest
  @CsvSource({
    "max-age=31536000, true",
    "includeSubDomains; Max-Age=\"600\", true",
    "max-age=0, false",
    "max-age=000; preload, false",
    "includeSubDomains, false",
    "x-max-age=5, false"
  })
  void https_is_demanded_when_it_is_for_longer_than_now(String header, boolean lasting) {
    assertThat(DeployChecks.LASTING.matcher(header).find()).isEqualTo(lasting);
  }
}
