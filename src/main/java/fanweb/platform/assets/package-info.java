/**
 * Static files: one tree, one hash over all of it, one servlet that serves it from memory.
 *
 * <p>Nothing that depends on who asks may be served from here.
 */
@NullMarked
package fanweb.platform.assets;

import org.jspecify.annotations.NullMarked;
