/** Tests of {@code fanweb.platform.routes}. */
@NullMarked
package fanweb.platform.routes;

import org.jspecify.annotations.NullMarked;
