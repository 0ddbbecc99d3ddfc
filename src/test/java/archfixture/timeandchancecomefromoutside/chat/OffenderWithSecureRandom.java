package archfixture.timeandchancecomefromoutside.chat;

import java.security.SecureRandom;
import java.util.Random;

final class OffenderWithSecureRandom {
  final Random value = new SecureRandom();
}
