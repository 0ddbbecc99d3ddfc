package fanweb.manage.database;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that is there when it is complete: until then it is written beside, for its owner's eyes
 * only. What was there before stays until then.
 */
final class WholeFile implements AutoCloseable {
  private final Path target;
  private final Path part;
  private final FileChannel channel;
  private final OutputStream out;

  private WholeFile(Path target, Path part) throws IOException {
    this.target = target;
    this.part = part;
    this.channel = FileChannel.open(part, StandardOpenOption.WRITE);
    this.out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
  }

  /** Begins it; a link stays one. */
  static WholeFile at(Path name) throws IOException {
    Path target = Files.exists(name) ? name.toRealPath() : name;
    Path folder = target.toAbsolutePath().getParent();
    Path part = Files.createTempFile(folder, "." + target.getFileName(), ".part");
    // For whoever is interrupted; a process that is killed leaves it.
    part.toFile().deleteOnExit();
    return new WholeFile(target, part);
  }

  /** What is written goes in. */
  OutputStream out() {
    return out;
  }

  /** It is all there: keeps it over a power cut, then gives it its name. */
  void complete() throws IOException {
    out.flush();
    channel.force(true);
    channel.close();
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Takes it away unless it is complete. */
  @Override
  public void close() throws IOException {
    channel.close();
    Files.deleteIfExists(part);
  }
}
