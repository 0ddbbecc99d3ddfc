/** Who asks, for every request. */
@NullMarked
package fanweb.account.page;

import org.jspecify.annotations.NullMarked;
