package fanweb.system;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands a {@link MariaDb} to whoever has it as a parameter:
 * {@code @ExtendWith(NeedsMariaDb.class)}. It is started for the first who asks, shared by all
 * tests of the run and stopped after the last. Who needs to be alone makes a database of its own in
 * it.
 */
public final class NeedsMariaDb implements ParameterResolver {
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == MariaDb.class;
  }

  @Override
  public MariaDb resolveParameter(ParameterContext parameter, ExtensionContext test) {
    return shared(test);
  }

  /** The one of the run. */
  public static MariaDb shared(ExtensionContext test) {
    // JUnit closes what lies in here when it ends.
    return test.getRoot()
        .getStore(ExtensionContext.Namespace.create(NeedsMariaDb.class))
        .computeIfAbsent(MariaDb.class, key -> MariaDb.start(), MariaDb.class);
  }
}
