/**
 * The channel layer: carries publications to every node that has members of a group, at most once.
 *
 * <p>Pure Java. What may not live here: sockets, databases, anything that knows what a chat message
 * means. Back ends are sub-packages named after their technology; each passes {@code
 * ChannelLayerConformance}.
 */
@NullMarked
package fanweb.channel;

import org.jspecify.annotations.NullMarked;
