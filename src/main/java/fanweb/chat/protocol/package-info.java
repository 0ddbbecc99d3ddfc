/**
 * What travels in a frame: turns frames into commands and publications into frames. Pure Java;
 * knows no socket.
 */
@NullMarked
package fanweb.chat.protocol;

import org.jspecify.annotations.NullMarked;
