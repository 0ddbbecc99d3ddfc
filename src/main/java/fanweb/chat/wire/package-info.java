/**
 * How what the nodes of one chat tell each other is written: JSON in UTF-8, with short objects
 * whose unknown fields are ignored and whose missing ones have defaults, so that nodes of two
 * releases work side by side. What clients read is {@code chat.protocol}'s.
 */
@NullMarked
package fanweb.chat.wire;

import org.jspecify.annotations.NullMarked;
