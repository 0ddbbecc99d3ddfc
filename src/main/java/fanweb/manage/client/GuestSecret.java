package fanweb.manage.client;

import fanweb.account.GuestToken;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Set;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What makes whoever uses this account of the machine the same guest on each run: keys hold for one
 * author only. A file that only they can read, from the first time it is used on. No server learns
 * what makes them a guest of another.
 *
 * @param file where it is kept; made when it is not there
 * @param random draws it
 */
record GuestSecret(Path file, RandomGenerator random) {
  private static final int BYTES = 32;
  private static final String ALGORITHM = "HmacSHA256";

  private static final Set<PosixFilePermission> OWNERS =
      Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private static final Set<StandardOpenOption> FOR_BOTH =
      Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);

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
    keepFromOthers();
    byte[] secret = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
    // A short one is just being made, or whoever made it was ended before it was whole.
    return demandWhole(secret.length < BYTES ? first() : secret);
  }

  private static byte[] demandWhole(byte[] secret) throws IOException {
    if (secret.length != BYTES) {
      throw new IOException("has not " + BYTES + " bytes");
    }
    return secret;
  }

  /**
   * What is in the file, made if there is nothing. Of those who are here at once one makes it and
   * the others wait; the system forgets the lock of whoever is ended meanwhile.
   */
  private byte[] first() throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    try (FileChannel channel = FileChannel.open(file, FOR_BOTH, readableByMe())) {
      // Until it is closed.
      var unused = channel.lock();
      if (channel.size() == 0) {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        channel.write(ByteBuffer.wrap(secret));
        channel.force(true);
        return secret;
      }
      return Channels.newInputStream(channel).readAllBytes();
    }
  }

  private void keepFromOthers() throws IOException {
    if (isPosix() && Files.exists(file)) {
      Set<PosixFilePermission> now = Files.getPosixFilePermissions(file);
      if (!OWNERS.containsAll(now)) {
        Files.setPosixFilePermissions(file, OWNERS);
      }
    }
  }

  private boolean isPosix() {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private FileAttribute<?>[] readableByMe() {
    return isPosix()
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNERS)}
        : new FileAttribute<?>[0];
  }
}
