/**
 * What the second server needs in addition: Payara's WebSocket implementation, Tyrus, tells a path
 * with a closing slash from one without. Only Payara's WAR has this package; it uses nothing but
 * the standard API, and nobody may depend on it.
 */
@NullMarked
package fanweb.chat.ws.tyrus;

import org.jspecify.annotations.NullMarked;
