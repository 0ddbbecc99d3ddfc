package fanweb.platform;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/**
 * Text that people read in one line: not blank, no control characters, and not longer than this in
 * characters as people count them, whatever they take in UTF-16 or UTF-8.
 */
@Documented
@Constraint(validatedBy = OneLine.Check.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.TYPE_USE})
public @interface OneLine {
  /** The most code points. */
  int max();

  /** What is told when it is broken. */
  String message() default "must have 1 to {max} characters, none of them a control character";

  /** Not used here. */
  Class<?>[] groups() default {};

  /** Not used here. */
  Class<? extends Payload>[] payload() default {};

  /** Finds out. */
  final class Check implements ConstraintValidator<OneLine, String> {
    private int max;

    @Override
    public void initialize(OneLine rule) {
      max = rule.max();
    }

    @Override
    public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
      return text == null || isValid(text);
    }

    boolean isValid(String text) {
      return OneLineText.parse(text, max).isPresent();
    }
  }
}
