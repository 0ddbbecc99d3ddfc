package archfixture.timeandchancecomefromoutside.chat;

import java.util.Random;

final class OffenderWithRandom {
  final Random value = new Random();
}
