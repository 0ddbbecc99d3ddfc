package fanweb.channel.redis;

import fanweb.channel.ChannelException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.Response;

/** What Redis is asked to do. */
sealed interface Command {
  /** About how many bytes it takes. */
  int size();

  /** Writes it, without waiting for the answer. */
  Response<?> write(Pipeline pipeline, Scripts scripts);

  /**
   * A message to a channel, about which nobody wants to hear any more.
   *
   * @param channel its name
   */
  record Publish(String channel, Envelope envelope) implements Command {
    /** What stands around the body. */
    private static final int AROUND = 200;

    @Override
    public int size() {
      return AROUND + envelope.body().length;
    }

    @Override
    public Response<?> write(Pipeline pipeline, Scripts scripts) {
      return pipeline.publish(channel.getBytes(StandardCharsets.UTF_8), envelope.bytes());
    }
  }

  /**
   * A script that is run.
   *
   * @param keys how many of the arguments are keys; they come first
   * @param result completes with its answer, or fails with a {@link ChannelException}
   */
  record Call(Script script, int keys, List<byte[]> arguments, CompletableFuture<Object> result)
      implements Command {
    @Override
    public int size() {
      return arguments.stream().mapToInt(one -> one.length).sum();
    }

    @Override
    public Response<?> write(Pipeline pipeline, Scripts scripts) {
      return pipeline.evalsha(scripts.digest(script), keys, arguments.toArray(byte[][]::new));
    }
  }
}
