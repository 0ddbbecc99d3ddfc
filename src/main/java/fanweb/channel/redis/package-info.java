/**
 * The channel layer of several nodes: publications travel by Redis' Pub/Sub, at most once. Members
 * on this node get what is stored directly; Redis carries it to the others. Knows nothing but its
 * port and Redis.
 *
 * <p>{@link fanweb.channel.redis.RedisLink} is this node's link to Redis, over one line for sending
 * and one for hearing, each with a thread of its own; {@link
 * fanweb.channel.redis.RedisChannelLayer} is a layer on top of it, one for each kind of body.
 */
@NullMarked
package fanweb.channel.redis;

import org.jspecify.annotations.NullMarked;
