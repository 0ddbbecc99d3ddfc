package archfixture.rootsarepure.channel;

import jakarta.inject.Inject;

final class OffenderWithInjection {
  @Inject
  OffenderWithInjection() {}
}
