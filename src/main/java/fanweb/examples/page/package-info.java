/**
 * The page that shows every example at work, and the one example that is a page itself. Servlets
 * only; what there is to show is in {@code fanweb.examples}.
 */
@NullMarked
package fanweb.examples.page;

import org.jspecify.annotations.NullMarked;
