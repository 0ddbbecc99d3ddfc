package fanweb.system;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands a {@link Redis} to whoever has it as a parameter: {@code @ExtendWith(NeedsRedis.class)}. It
 * is started for the first who asks, shared by all tests of the run and stopped after the last. Who
 * needs to be alone starts its own.
 */
public final class NeedsRedis implements ParameterResolver {
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == Redis.class;
  }

  @Override
  public Redis resolveParameter(ParameterContext parameter, ExtensionContext test) {
    // JUnit closes what lies in here when it ends.
    return test.getRoot()
        .getStore(ExtensionContext.Namespace.create(NeedsRedis.class))
        .computeIfAbsent(Redis.class, key -> Redis.start(), Redis.class);
  }
}
