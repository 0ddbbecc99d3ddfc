package bad;

final class NoSleep {
  void run() throws InterruptedException {
    Thread.sleep(10);
  }
}
