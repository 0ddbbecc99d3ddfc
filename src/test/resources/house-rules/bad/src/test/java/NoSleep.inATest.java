final class NapTest {
  void test() throws InterruptedException {
    Thread.sleep(10);
  }
}
