/** Tests of {@code fanweb.platform.assets}. */
@NullMarked
package fanweb.platform.assets;

import org.jspecify.annotations.NullMarked;
