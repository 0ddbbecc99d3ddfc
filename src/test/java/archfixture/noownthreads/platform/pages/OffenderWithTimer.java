package archfixture.noownthreads.platform.pages;

import java.util.Timer;

final class OffenderWithTimer {
  final Timer timer = new Timer();
}
