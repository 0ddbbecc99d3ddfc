package archfixture.noownthreads.chat;

final class OffenderWithThread {
  final Thread thread = new Thread(() -> {});
}
