package fanweb.system;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips a test, loudly, on a machine that cannot make a terminal for a program. */
final class NeedsPseudoTerminal implements ExecutionCondition {
  static final Path SCRIPT = Path.of("/usr/bin/script");

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (Files.isExecutable(SCRIPT)) {
      return ConditionEvaluationResult.enabled("there is " + SCRIPT);
    }
    String line = "NO " + SCRIPT + ", NOT TESTED: apt-get install bsdutils";
    System.err.println(line);
    return ConditionEvaluationResult.disabled(line);
  }
}
