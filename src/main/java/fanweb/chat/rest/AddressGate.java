package fanweb.chat.rest;

import fanweb.chat.AddressLimits;
import fanweb.chat.Place;
import fanweb.chat.Refusal;
import fanweb.platform.ClientAddresses;
import fanweb.platform.RefusedException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;

/** What the address of a request may take up. Any thread. */
@Singleton
final class AddressGate {
  private final AddressLimits limits;
  private final ClientAddresses addresses;

  @Inject
  AddressGate(AddressLimits limits, ClientAddresses addresses) {
    this.limits = limits;
    this.addresses = addresses;
  }

  /**
   * A place for a request that stays.
   *
   * @throws RefusedException when the address has as many as one may
   */
  Place enter(HttpServletRequest request) {
    return limits.enter(addresses.of(request)).orElseThrow(() -> Problems.of(Refusal.ADDRESS_FULL));
  }

  /**
   * Counts a request that says something.
   *
   * @throws RefusedException when the address does so too often
   */
  void speak(HttpServletRequest request) {
    if (!limits.allows(addresses.of(request))) {
      throw Problems.of(Refusal.TOO_FAST);
    }
  }
}
