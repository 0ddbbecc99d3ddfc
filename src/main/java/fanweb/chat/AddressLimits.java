package fanweb.chat;

import fanweb.platform.ClientAddress;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * How much one connection may take up on this node, and how much all of one address together:
 * whoever becomes a new guest with each message, or opens one connection after the other, has no
 * more than that. The machine itself is not limited. Any thread.
 */
public final class AddressLimits {
  private static final Logger LOG = System.getLogger(AddressLimits.class.getName());

  /** A crowd at the door is worth one line a minute. */
  private static final long SILENCE_NANOS = TimeUnit.MINUTES.toNanos(1);

  private final ChatSettings settings;
  private final LongSupplier nanoTime;
  private final ConnectionCounts open;
  private final SendLimits rates;
  private final AtomicLong toldAt;

  /** Makes limits that nobody has used up anything of. */
  public AddressLimits(ChatSettings settings, LongSupplier nanoTime) {
    this.settings = settings;
    this.nanoTime = nanoTime;
    this.open = new ConnectionCounts(settings.connectionsPerAddress());
    this.rates = new SendLimits(settings.ratePerAddress(), Math.max(1, settings.ratePerAddress()));
    this.toldAt = new AtomicLong(nanoTime.getAsLong() - SILENCE_NANOS);
  }

  /**
   * Takes a place for one more connection.
   *
   * @return to be given back; empty when the address has as many as one may
   */
  public Optional<Place> enter(ClientAddress address) {
    SendLimit own = SendLimit.of(settings.ratePerSecond(), settings.rateBurst());
    if (address.isLocal()) {
      return Optional.of(new Place(own));
    }
    if (settings.connectionsPerAddress() > 0 && !open.admit(address.network())) {
      tell(address);
      return Optional.empty();
    }
    return Optional.of(
        new Place(own.within(rates.of(address.network())), () -> open.leave(address.network())));
  }

  /** Counts one more message that comes without a connection, and says whether it may be sent. */
  public boolean allows(ClientAddress address) {
    return address.isLocal() || rates.allows(address.network());
  }

  private void tell(ClientAddress address) {
    long now = nanoTime.getAsLong();
    long last = toldAt.get();
    if (now - last >= SILENCE_NANOS && toldAt.compareAndSet(last, now)) {
      LOG.log(
          Level.WARNING,
          "event=address_full address="
              + address
              + " connections="
              + settings.connectionsPerAddress()
              + ": if it is a proxy, name it in fanweb.http.trusted-proxies; else see"
              + " fanweb.chat.connections-per-address");
    }
  }
}
