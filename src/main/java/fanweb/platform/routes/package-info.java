/**
 * Every route of the project, found by reflection, and the page that lists them in development
 * mode.
 */
@NullMarked
package fanweb.platform.routes;

import org.jspecify.annotations.NullMarked;
