/** Tests of {@code fanweb.platform.security}. */
@NullMarked
package fanweb.platform.security;

import org.jspecify.annotations.NullMarked;
