/**
 * What travels in a frame: turns frames into commands and publications into frames. Pure Java;
 * knows no socket. {@code src/docs/protocol.md} says what {@code fanweb.v1} promises its clients.
 */
@NullMarked
package fanweb.chat.protocol;

import org.jspecify.annotations.NullMarked;
