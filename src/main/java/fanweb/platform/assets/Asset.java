package fanweb.platform.assets;

import java.util.Map;

/**
 * One static file.
 *
 * @param content its bytes; shared, never changed
 * @param type its media type, by the ending of its name
 * @param etag its entity tag, with the quotes
 */
@SuppressWarnings(
    "ArrayRecordComponent") // never compared: two files of one tree are told apart by their paths
record Asset(byte[] content, String type, String etag) {
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("css", "text/css;charset=UTF-8"),
          Map.entry("js", "text/javascript;charset=UTF-8"),
          Map.entry("json", "application/json"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("jpg", "image/jpeg"),
          Map.entry("webp", "image/webp"),
          Map.entry("ico", "image/vnd.microsoft.icon"),
          Map.entry("txt", "text/plain;charset=UTF-8"),
          Map.entry("woff2", "font/woff2"));

  static String typeOf(String path) {
    return TYPES.getOrDefault(
        path.substring(path.lastIndexOf('.') + 1), "application/octet-stream");
  }
}
