package fanweb.system;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a deployment counts, as read at its {@code /metrics}. */
public final class Metrics {
  private Metrics() {}

  /**
   * One value; 0 when nothing was counted yet.
   *
   * @param context the deployment's context path, empty for the one at the root
   * @param name with its labels, as it stands in the text
   */
  public static long value(String context, String name) {
    Matcher line =
        Pattern.compile("(?m)^" + Pattern.quote(name) + " (\\S+)$")
            .matcher(Site.get(context + "/metrics").body());
    return line.find() ? (long) Double.parseDouble(line.group(1)) : 0;
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
    return value(context, "fanweb_connections_ended_total{reason=\"" + reason + "\"}");
  }
}
