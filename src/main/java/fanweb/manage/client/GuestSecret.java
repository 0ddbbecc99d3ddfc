package fanweb.manage.client;

import fanweb.account.GuestToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What makes whoever uses this account of the machine the same guest on each run: keys hold for one
 * author only. A file that only they can read. No server learns what makes them a guest of another.
 *
 * @param file where it is kept; made when it is not there
 * @param random draws it
 */
record GuestSecret(Path file, RandomGenerator random) {
  private static final int BYTES = 32;
  private static final String ALGORITHM = "HmacSHA256";

  /** Where the account's secret is. */
  static Path usual() {
    return Path.of(System.getProperty("user.home"), ".fan-web", "guest");
  }

  /**
   * The token of the guest on a server.
   *
   * @throws IOException when the file can be neither read nor made
   */
  GuestToken on(String server) throws IOException {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret(), ALGORITHM));
      byte[] digest = mac.doFinal(server.getBytes(StandardCharsets.UTF_8));
      return new GuestToken("t_" + Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }

  private byte[] secret() throws IOException {
    if (!Files.exists(file)) {
      make();
    }
    byte[] secret = Files.readAllBytes(file);
    if (secret.length != BYTES) {
      throw new IOException("has not " + BYTES + " bytes");
    }
    return secret;
  }

  /** Under another name first: of two who make it at once, one sees the other's whole. */
  private void make() throws IOException {
    Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
    byte[] secret = new byte[BYTES];
    random.nextBytes(secret);
    Path fresh = Files.createTempFile(folder, "guest", "", readableByMe(folder));
    try {
      Files.write(fresh, secret, StandardOpenOption.TRUNCATE_EXISTING);
      Files.createLink(file, fresh);
    } catch (FileAlreadyExistsException e) {
      // Somebody was quicker: theirs is as good.
    } finally {
      Files.delete(fresh);
    }
  }

  private static FileAttribute<?>[] readableByMe(Path folder) {
    return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
