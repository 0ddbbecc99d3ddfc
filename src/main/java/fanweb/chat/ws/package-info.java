/**
 * The chat over WebSocket (RFC 6455, Jakarta WebSocket 2.1): handshake checks, the endpoint, and
 * the sessions of this node. What a frame means is decided in {@code chat.protocol}, what becomes
 * of it in {@code chat}.
 */
@NullMarked
package fanweb.chat.ws;

import org.jspecify.annotations.NullMarked;
