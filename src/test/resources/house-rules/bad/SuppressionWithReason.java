package bad;

final class SuppressionWithReason {
  @SuppressWarnings("unchecked")
  void run() {}
}
