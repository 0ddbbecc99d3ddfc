package fanweb.manage.site;

import fanweb.manage.Context;
import fanweb.manage.Finding;
import fanweb.manage.database.SiteChecks;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Whether a server would start with these settings and this database. */
@Command(name = "check")
public final class CheckCommand implements Callable<Integer> {
  private final Context context;

  @Option(names = "--json", descriptionKey = "json")
  private boolean json;

  /** Made with what all commands are made with. */
  public CheckCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    List<Finding> findings = new SiteChecks(context).run();
    if (json) {
      JsonArrayBuilder all = Json.createArrayBuilder();
      findings.forEach(
          finding ->
              all.add(
                  Json.createObjectBuilder()
                      .add("check", finding.check())
                      .add("result", word(finding))
                      .add("line", finding.line())));
      context.console().out().println(all.build());
    } else {
      findings.forEach(
          finding ->
              context
                  .console()
                  .out()
                  .println(
                      context
                          .words()
                          .of("check." + word(finding), finding.check(), finding.line())));
    }
    return findings.stream()
        .mapToInt(Finding::exitCode)
        .filter(code -> code != 0)
        .findFirst()
        .orElse(0);
  }

  private static String word(Finding finding) {
    return finding.result().name().toLowerCase(Locale.ROOT);
  }
}
