package archfixture.timeandchancecomefromoutside.chat;

import java.util.UUID;

final class OffenderWithId {
  final UUID value = UUID.randomUUID();
}
