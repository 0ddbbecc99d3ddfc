/**
 * The pages of the chat: home and room.
 *
 * <p>An adapter of {@link fanweb.chat}: it knows servlets, and neither sockets nor the database.
 */
@NullMarked
package fanweb.chat.page;

import org.jspecify.annotations.NullMarked;
