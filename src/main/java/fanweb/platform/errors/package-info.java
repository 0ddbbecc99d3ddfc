/**
 * Every answer that is not a success, as a page for people and as RFC 9457 problem details for
 * programs.
 *
 * <p>Nothing here may put a stack trace or an exception's message into an answer.
 */
@NullMarked
package fanweb.platform.errors;

import org.jspecify.annotations.NullMarked;
