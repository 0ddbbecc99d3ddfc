package bad;

final class Six {
  Six(int a, int b, int c, int d, int e, int f) {}
}
