package bad;

final class ParameterNumber {
  void move(int a, int b, int c, int d, int e, int f) {}
}
