package fanweb.platform.rest;

import fanweb.platform.RefusedException;
import fanweb.platform.RefusedException.Reason;
import java.io.IOException;
import java.io.InputStream;

/** Reads a body into memory, but never more than anybody means to send. */
final class BoundedBody {
  /** In bytes. */
  static final int LIMIT = 1 << 20;

  private BoundedBody() {}

  /**
   * The whole body.
   *
   * @throws RefusedException when it is over the limit; the rest of it is not read
   */
  static byte[] read(InputStream body) throws IOException {
    byte[] bytes = body.readNBytes(LIMIT + 1);
    if (bytes.length > LIMIT) {
      throw tooLarge();
    }
    return bytes;
  }

  static RefusedException tooLarge() {
    return new RefusedException(
        Reason.TOO_LARGE, "The body is over the limit of " + LIMIT + " bytes");
  }
}
