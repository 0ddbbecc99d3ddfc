/** Talking in a group from a terminal or a script: a WebSocket client and what it shows. */
@NullMarked
package fanweb.manage.client;

import org.jspecify.annotations.NullMarked;
