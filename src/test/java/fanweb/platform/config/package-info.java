/** Tests of {@code fanweb.platform.config}. */
@NullMarked
package fanweb.platform.config;

import org.jspecify.annotations.NullMarked;
