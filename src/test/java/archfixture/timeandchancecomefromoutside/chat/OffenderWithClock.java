package archfixture.timeandchancecomefromoutside.chat;

import java.time.Clock;

final class OffenderWithClock {
  final Clock value = Clock.systemUTC();
}
