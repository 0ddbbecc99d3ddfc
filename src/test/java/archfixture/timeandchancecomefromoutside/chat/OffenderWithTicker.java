package archfixture.timeandchancecomefromoutside.chat;

import java.util.function.LongSupplier;

final class OffenderWithTicker {
  final LongSupplier value = System::nanoTime;
}
