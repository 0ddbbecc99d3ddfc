/**
 * Puts the pure parts together with what the server gives: executors, clocks, the chosen back ends.
 * Nothing else.
 */
@NullMarked
package fanweb.platform.wiring;

import org.jspecify.annotations.NullMarked;
