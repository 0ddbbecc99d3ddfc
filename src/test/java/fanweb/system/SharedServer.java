package fanweb.system;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Asks the one server that Arquillian keeps. It holds one deployment at a time, so these classes
 * take turns; those that start servers of their own run beside them.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ArquillianTest
@Execution(ExecutionMode.SAME_THREAD)
public @interface SharedServer {}
