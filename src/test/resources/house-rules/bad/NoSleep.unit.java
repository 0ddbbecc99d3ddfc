package bad;

final class Nap {
  void run() throws InterruptedException {
    TimeUnit.SECONDS.sleep(1);
  }
}
