package fanweb.account;

import fanweb.platform.ClientAddress;
import java.util.Optional;

/**
 * From where somebody signs in.
 *
 * @param address of their line
 * @param agent what their browser calls itself, as it was sent; may be empty
 * @param guest the token of the guest they are until now
 */
public record Visit(ClientAddress address, String agent, Optional<GuestToken> guest) {}
