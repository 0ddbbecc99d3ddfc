package fanweb.manage.site;

import fanweb.manage.Context;
import fanweb.manage.ExitCode;
import fanweb.manage.Finding;
import fanweb.manage.database.SiteChecks;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Whether a server would start with these settings and this database, or whether one that runs can
 * be reached as it should.
 */
@Command(name = "check")
public final class CheckCommand implements Callable<Integer> {
  private static final int LAST_PORT = 65_535;

  private final Context context;

  @Option(names = "--deploy", paramLabel = "URL", descriptionKey = "check.deploy")
  private @Nullable URI site;

  @Option(
      names = "--silence",
      paramLabel = "SECONDS",
      defaultValue = "65",
      descriptionKey = "check.silence")
  private int silence;

  @Option(names = "--json", descriptionKey = "json")
  private boolean json;

  /** Made with what all commands are made with. */
  public CheckCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    URI address = site;
    return told(address == null ? new SiteChecks(context).run() : deployed(address));
  }

  private List<Finding> deployed(URI address) {
    demandSite(address);
    URI home = address.getRawPath().endsWith("/") ? address : URI.create(address + "/");
    String group = "check-" + UUID.randomUUID();
    DeployedSite deployed = new DeployedSite(home, group);
    return new DeployChecks(
            context, deployed, new LineChecks(context, deployed, Duration.ofSeconds(silence)))
        .run();
  }

  private void demandSite(URI address) {
    String authority = address.getRawAuthority();
    if (authority != null && authority.contains("@")) {
      // Not shown: there may be a password in it.
      throw context.failure(ExitCode.USAGE, "check.url_with_user");
    }
    boolean web = address.getScheme() != null && address.getScheme().matches("(?i)https?");
    boolean bad = address.getRawQuery() != null || address.getPort() == 0;
    if (!web || address.getHost() == null || bad || address.getPort() > LAST_PORT || silence < 0) {
      throw context.failure(ExitCode.USAGE, "check.bad_url", address);
    }
  }

  private int told(List<Finding> findings) {
    context.list(findings, json, CheckCommand::object, this::line);
    return findings.stream()
        .mapToInt(Finding::exitCode)
        .filter(code -> code != ExitCode.OK)
        .findFirst()
        .orElse(ExitCode.OK);
  }

  private String line(Finding finding) {
    return context.words().of("check." + word(finding), finding.check(), finding.line());
  }

  private static JsonObject object(Finding finding) {
    return Json.createObjectBuilder()
        .add("check", finding.check())
        .add("result", word(finding))
        .add("line", finding.line())
        .build();
  }

  private static String word(Finding finding) {
    return finding.result().name().toLowerCase(Locale.ROOT);
  }
}
