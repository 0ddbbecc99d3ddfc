package fanweb.system;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips a class, loudly, on a machine without the proxies that we have configurations for. */
final class NeedsProxies implements ExecutionCondition {
  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    List<ReverseProxy.Kind> missing =
        Arrays.stream(ReverseProxy.Kind.values()).filter(kind -> kind.program().isEmpty()).toList();
    if (missing.isEmpty()) {
      return ConditionEvaluationResult.enabled("there are proxies");
    }
    String line = "NO " + missing + ", NOT TESTED: apt-get install haproxy nginx";
    System.err.println(line);
    return ConditionEvaluationResult.disabled(line);
  }
}
