package bad;

final class Trace {
  void run(Exception problem) {
    problem.printStackTrace();
  }
}
