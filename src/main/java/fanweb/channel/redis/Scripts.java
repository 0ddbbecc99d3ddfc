package fanweb.channel.redis;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import redis.clients.jedis.Jedis;

/** What the server that a connection leads to calls the scripts. */
final class Scripts {
  private final Map<Script, byte[]> digests = new EnumMap<>(Script.class);

  /** Brings them there. */
  Scripts(Jedis jedis) {
    for (Script script : Script.values()) {
      digests.put(script, jedis.scriptLoad(script.text()).getBytes(StandardCharsets.US_ASCII));
    }
  }

  byte[] digest(Script script) {
    byte[] digest = digests.get(script);
    if (digest == null) {
      throw new IllegalStateException("not loaded: " + script);
    }
    return digest;
  }
}
