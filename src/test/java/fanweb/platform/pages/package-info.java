/** Tests of {@code fanweb.platform.pages}. */
@NullMarked
package fanweb.platform.pages;

import org.jspecify.annotations.NullMarked;
