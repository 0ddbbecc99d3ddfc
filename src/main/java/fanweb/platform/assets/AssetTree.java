package fanweb.platform.assets;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * All static files of the deployment and one hash over them. The hash is a segment of every
 * address, so that relative links between files keep working and an address never changes what it
 * stands for. Immutable.
 */
final class AssetTree {
  private static final int HASH_LENGTH = 12;

  /** A hash that no tree has: what is asked for by it may change at any time. */
  static final String NOBODYS = "0".repeat(HASH_LENGTH);

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{" + HASH_LENGTH + "}");

  private final SortedMap<String, Asset> files = new TreeMap<>();
  private final String hash;

  private AssetTree(SortedMap<String, byte[]> contents) {
    MessageDigest whole = sha256();
    contents.forEach(
        (path, bytes) -> {
          // Lengths go in too: else moving bytes from a path to its content would not change the
          // hash.
          byte[] name = path.getBytes(StandardCharsets.UTF_8);
          whole.update(ByteBuffer.allocate(8).putInt(name.length).putInt(bytes.length).array());
          whole.update(name);
          whole.update(bytes);
          files.put(
              path, new Asset(bytes, Asset.typeOf(path), '"' + hex(sha256().digest(bytes)) + '"'));
        });
    hash = hex(whole.digest());
  }

  /**
   * A tree of these files.
   *
   * @param contents by relative path, as in {@code img/icon.svg}
   */
  static AssetTree of(Map<String, byte[]> contents) {
    return new AssetTree(new TreeMap<>(contents));
  }

  /** Twelve hex digits that change when any file or name does. */
  String hash() {
    return hash;
  }

  /** How many files. */
  int size() {
    return files.size();
  }

  /**
   * What a path after the base stands for.
   *
   * @param path as in {@code 0123456789ab/img/icon.svg} or {@code img/icon.svg}, decoded
   * @return empty when there is no such file
   */
  Optional<Found> find(String path) {
    int slash = path.indexOf('/');
    if (slash > 0 && HASH.matcher(path.substring(0, slash)).matches()) {
      boolean current = path.substring(0, slash).equals(hash);
      return file(path.substring(slash + 1)).map(asset -> new Found(asset, current));
    }
    return file(path).map(asset -> new Found(asset, false));
  }

  private Optional<Asset> file(String path) {
    return Optional.ofNullable(files.get(path));
  }

  private static String hex(byte[] digest) {
    return HexFormat.of().formatHex(digest).substring(0, HASH_LENGTH);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /**
   * A file and whether its address named this very tree.
   *
   * @param asset the file as it is now
   * @param immutable whether the address can never stand for anything else
   */
  record Found(Asset asset, boolean immutable) {}
}
