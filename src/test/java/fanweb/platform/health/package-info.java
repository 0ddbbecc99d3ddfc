/** Tests of {@code fanweb.platform.health}. */
@NullMarked
package fanweb.platform.health;

import org.jspecify.annotations.NullMarked;
