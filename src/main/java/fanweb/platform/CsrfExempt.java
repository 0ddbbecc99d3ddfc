package fanweb.platform;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets requests to this one handler through without a CSRF token: a method of a resource, or a
 * servlet. For handlers that change nothing, or whose callers cannot have a token.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface CsrfExempt {
  /** Why a forged request does no harm here. */
  String value();
}
