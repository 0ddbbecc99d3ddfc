package fanweb.system.browser;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips a class, loudly, on a machine without Chromium. */
final class NeedsBrowser implements ExecutionCondition {
  private static final String LINE =
      "NO BROWSER, NOT TESTED: apt-get install chromium chromium-driver";

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (Window.isPossible()) {
      return ConditionEvaluationResult.enabled("there is a browser");
    }
    System.err.println(LINE);
    return ConditionEvaluationResult.disabled(LINE);
  }
}
