package fanweb.platform.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/**
 * The document in one format.
 *
 * @param text all of it
 * @param type its media type
 * @param etag its entity tag, with the quotes
 */
record Document(String text, String type, String etag) {
  /** What stands in the document for the address of this deployment. */
  private static final String SERVER = "https://server.invalid";

  private static final int ETAG_BYTES = 8;

  /**
   * Reads what the build has made.
   *
   * @param file beside this class
   * @param contextPath where the paths of the API start; empty for the root
   */
  static Document read(String file, String type, String contextPath) {
    try (InputStream stream = Document.class.getResourceAsStream(file)) {
      byte[] made = Objects.requireNonNull(stream, () -> file + " is missing").readAllBytes();
      String server = contextPath.isEmpty() ? "/" : contextPath;
      String text = new String(made, StandardCharsets.UTF_8).replace(SERVER, server);
      return new Document(text, type, etagOf(text));
    } catch (IOException e) {
      throw new IllegalStateException(file + " cannot be read", e);
    }
  }

  private static String etagOf(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return '"' + HexFormat.of().formatHex(hash, 0, ETAG_BYTES) + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
