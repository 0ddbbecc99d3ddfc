package fanweb.system.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Runs a class once on each database; its constructor gets the {@link Api} there. These classes
 * share a server for each, so they take turns; others run beside them, for which JUnit must be
 * asked: a template of a class keeps to the thread of its parent by default.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ClassTemplate
@ExtendWith(EachDatabase.class)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("fanweb.system.api.ApiServer")
@Order(3)
@interface OnEachDatabase {}
