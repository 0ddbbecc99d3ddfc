package fanweb.manage.site;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Whose the folder of a {@link DevelopmentSite} is, until it is closed or its process ends. The
 * file beside the folder stays.
 */
final class DevelopmentLock implements Closeable {
  private final FileChannel file;

  private DevelopmentLock(FileChannel file) {
    this.file = file;
  }

  /** Takes the folder of a server; empty when somebody has it. Does not wait. */
  static Optional<DevelopmentLock> take(ServerHome home) throws IOException {
    FileChannel file =
        FileChannel.open(
            home.folder().resolve("dev.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (isLocked(file)) {
      return Optional.of(new DevelopmentLock(file));
    }
    file.close();
    return Optional.empty();
  }

  private static boolean isLocked(FileChannel file) throws IOException {
    try {
      return file.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
