package archfixture.noownthreads.chat.ws;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

final class OffenderWithPool {
  final ExecutorService pool = Executors.newCachedThreadPool();
}
