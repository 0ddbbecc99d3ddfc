package bad;

final class NoNewThread {
  void run(Runnable task) {
    new Thread(task).start();
  }
}
