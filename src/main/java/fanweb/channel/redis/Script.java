package fanweb.channel.redis;

/**
 * What Redis does in one step for a group whose stream it numbers. The stream is a hash with its
 * epoch and the offset of what came last, beside it a list of the latest messages.
 *
 * <p>Whoever calls tells the last position it has seen: when the stream stands before it Redis has
 * lost something, in a failover for example, and the stream begins anew lest an offset be given
 * twice.
 */
enum Script {
  /**
   * Numbers a message, remembers and publishes it, unless its name, the third key if there is one,
   * was sent in the last two minutes. Keys: stream, list, name. Arguments: a new epoch, the epoch
   * and offset seen last, the channel, the message's head and body, the offset of what must be
   * forgotten. Answers epoch and offset.
   */
  SEND(
      """
      local offset = stand() + 1
      local before = KEYS[3] and redis.call('GET', KEYS[3])
      if before and string.sub(before, 1, #epoch + 1) == epoch .. ' ' then
        return { epoch, string.sub(before, #epoch + 2) }
      end
      redis.call('HSET', KEYS[1], 'epoch', epoch, 'offset', string.format('%d', offset))
      local number = string.format('%d', offset)
      local message = ARGV[5] .. epoch .. ' ' .. number .. '\\n' .. ARGV[6]
      local length = redis.call('RPUSH', KEYS[2], message)
      -- What was deleted is forgotten with what came before it: the list has no holes.
      local erased = math.min(tonumber(ARGV[7]) - (offset - length), length - 1)
      redis.call('LTRIM', KEYS[2], math.max(0, erased, length - KEPT), -1)
      keep()
      if KEYS[3] then
        redis.call('SET', KEYS[3], epoch .. ' ' .. number, 'EX', 120)
      end
      redis.call('PUBLISH', ARGV[4], message)
      return { epoch, number }
      """),

  /**
   * Tells where a stream stands and what was said last. Keys: stream, list. Arguments: a new epoch,
   * the epoch and offset seen last. Answers epoch, offset and the list.
   */
  RECENT(
      """
      local offset = stand()
      redis.call('HSET', KEYS[1], 'epoch', epoch, 'offset', string.format('%d', offset))
      keep()
      return { epoch, string.format('%d', offset), redis.call('LRANGE', KEYS[2], 0, -1) }
      """);

  private static final String COMMON =
      """
      local KEPT = 256
      local SECONDS = 3600
      local epoch
      local function stand()
        epoch = redis.call('HGET', KEYS[1], 'epoch')
        local offset = tonumber(redis.call('HGET', KEYS[1], 'offset') or '0')
        if not epoch or (epoch == ARGV[2] and offset < tonumber(ARGV[3])) then
          epoch = ARGV[1]
          offset = 0
          redis.call('DEL', KEYS[2])
        end
        return offset
      end
      local function keep()
        redis.call('EXPIRE', KEYS[1], SECONDS)
        redis.call('EXPIRE', KEYS[2], SECONDS)
      end
      """;

  private final String text;

  Script(String text) {
    this.text = COMMON + text;
  }

  String text() {
    return text;
  }
}
