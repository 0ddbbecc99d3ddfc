package fanweb.platform;

/**
 * Something a node needs before it can serve people. Every CDI bean of this type is asked by {@code
 * /health/ready}, each on a managed thread of its own and for at most three seconds, by several
 * threads at once if several ask.
 */
public interface ReadinessCheck {
  /** Its name in the answer, as in {@code database}. */
  String name();

  /**
   * Returns when all is well.
   *
   * @throws Exception when it is not; the reason is logged, not shown
   */
  void check() throws Exception;
}
