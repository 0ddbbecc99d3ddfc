/** Tests of {@code fanweb.platform.errors}. */
@NullMarked
package fanweb.platform.errors;

import org.jspecify.annotations.NullMarked;
