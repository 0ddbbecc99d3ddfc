package fanweb.platform.launch;

final class Banner {
  void print() {
    System.out.println("http://127.0.0.1:8080/");
  }
}
