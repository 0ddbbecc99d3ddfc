package archfixture.timeandchancecomefromoutside.chat;

import java.time.Instant;

final class OffenderWithInstant {
  final Instant value = Instant.now();
}
