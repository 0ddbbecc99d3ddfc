package archfixture.noownthreads.chat;

import java.util.concurrent.ThreadFactory;

final class OffenderWithReference {
  final ThreadFactory threads = Thread::new;
}
