/** The channel layer of a single node: a direct call. Knows nothing but its port. */
@NullMarked
package fanweb.channel.memory;

import org.jspecify.annotations.NullMarked;
