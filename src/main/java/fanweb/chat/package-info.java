/**
 * Chat: rooms, the log each node keeps of an active group, the cursors that read it, and the limits
 * on who writes.
 *
 * <p>Pure Java: no WebSocket, servlet, REST or persistence type here. Adapters live in {@code ws},
 * {@code page} and {@code jpa} and do not see each other.
 */
@NullMarked
package fanweb.chat;

import org.jspecify.annotations.NullMarked;
