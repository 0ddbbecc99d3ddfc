/**
 * Chat: rooms, the journal that keeps what is said, the log each node keeps of an active group, the
 * cursors that read it, presence, and the rules on who reads and writes.
 *
 * <p>Pure Java: no WebSocket, servlet, REST or persistence type here. Adapters live in {@code ws},
 * {@code rest}, {@code page}, {@code jdbc} and {@code jpa} and do not see each other.
 */
@NullMarked
package fanweb.chat;

import org.jspecify.annotations.NullMarked;
