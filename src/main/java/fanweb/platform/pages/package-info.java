/**
 * How a page is made: the view that is looked up, its language, its scheme and what every layout
 * needs.
 *
 * <p>No page of a feature lives here.
 */
@NullMarked
package fanweb.platform.pages;

import org.jspecify.annotations.NullMarked;
