package fanweb.system;

import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a deployment counts, as read at its {@code /metrics}. */
public final class Metrics {
  private Metrics() {}

  /**
   * One value, which must be there.
   *
   * @param context the deployment's context path, empty for the one at the root
   * @param name with its labels, as it stands in the text
   */
  public static long value(String context, String name) {
    return find(context, name).orElseThrow(() -> new AssertionError("no metric " + name));
  }

  /** The value of a counter with labels: it is not there, which is 0, before it first counts. */
  private static long counted(String context, String name) {
    return find(context, name).orElse(0L);
  }

  private static Optional<Long> find(String context, String name) {
    HttpResponse<String> metrics = Site.get(context + "/metrics");
    if (metrics.statusCode() != 200) {
      throw new AssertionError(context + "/metrics answers " + metrics.statusCode());
    }
    Matcher line =
        Pattern.compile("(?m)^" + Pattern.quote(name) + " (\\S+)$").matcher(metrics.body());
    return line.find() ? Optional.of((long) Double.parseDouble(line.group(1))) : Optional.empty();
  }

  /** How many chat connections are open. */
  public static long connections(String context) {
    return value(context, "fanweb_connections");
  }

  /** How many groups have members. */
  public static long groups(String context) {
    return value(context, "fanweb_groups_active");
  }

  /** How many connections the server ended for a reason. */
  public static long ended(String context, String reason) {
    return counted(context, "fanweb_connections_ended_total{reason=\"" + reason + "\"}");
  }
}
