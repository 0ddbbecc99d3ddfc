package bad;

final class NoConsole {
  void run() {
    System.out.println("here");
  }
}
