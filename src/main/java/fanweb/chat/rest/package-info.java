/**
 * The groups' streams over HTTP, for those who have no WebSocket and for programs: pages of events,
 * long polls, server-sent events, and everything that can be said or changed. What it all means is
 * decided in {@code chat}; the words of events are those of {@code chat.protocol}.
 */
@NullMarked
package fanweb.chat.rest;

import org.jspecify.annotations.NullMarked;
