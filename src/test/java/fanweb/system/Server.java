package fanweb.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The process of the server under test, and what its kernel keeps for it. */
public final class Server {
  private static final Pattern HEAP =
      Pattern.compile("total (?:\\d+K|reserved \\d+K, committed \\d+K), used (\\d+)K");
  private static final Pattern TCP_PAGES = Pattern.compile("TCP: .* mem (\\d+)");
  private static final int PAGE_KIB = 4;

  private Server() {}

  /** What is live on its heap, in KiB: collects garbage first. */
  static long liveHeapKib() throws IOException, InterruptedException {
    return liveHeapKib(pid());
  }

  /** What is live on the heap of any Java process, in KiB: collects garbage first. */
  public static long liveHeapKib(long pid) throws IOException, InterruptedException {
    jcmd(pid, "GC.run");
    return usedKib(jcmd(pid, "GC.heap_info"));
  }

  /** What the parts of a heap use together, as JDKs write it until 24 and from 25 on. */
  static long usedKib(String heapInfo) {
    return HEAP.matcher(heapInfo)
        .results()
        .mapToLong(part -> Long.parseLong(part.group(1)))
        .reduce(Long::sum)
        .orElseThrow(() -> new AssertionError("no use of the heap in: " + heapInfo));
  }

  /** What it occupies of the machine's memory, in KiB. */
  static long residentKib() throws IOException {
    return residentKib(pid());
  }

  /** What a process occupies of the machine's memory, in KiB. */
  public static long residentKib(long pid) throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
      String line = lines.filter(text -> text.startsWith("VmRSS:")).findFirst().orElseThrow();
      return Long.parseLong(line.replaceAll("\\D", ""));
    }
  }

  /** What the machine's TCP sockets keep, in KiB; those of other programs included. */
  static long kernelTcpKib() throws IOException {
    Matcher pages = TCP_PAGES.matcher(Files.readString(Path.of("/proc/net/sockstat")));
    return pages.find() ? Long.parseLong(pages.group(1)) * PAGE_KIB : 0;
  }

  /** The sockets at the server's port on its side, by what the kernel calls their state. */
  static Sockets sockets() throws IOException {
    String port = String.format(":%04X", Site.port());
    List<String[]> rows;
    try (Stream<String> four = Files.lines(Path.of("/proc/net/tcp"));
        Stream<String> six = Files.lines(Path.of("/proc/net/tcp6"))) {
      rows =
          Stream.concat(four, six)
              .map(line -> line.strip().split("\\s+"))
              .filter(columns -> columns[1].endsWith(port))
              .toList();
    }
    long established = rows.stream().filter(columns -> columns[3].equals("01")).count();
    long finWait1 = rows.stream().filter(columns -> columns[3].equals("04")).count();
    long queued =
        rows.stream()
            .filter(columns -> !columns[3].equals("0A"))
            .mapToLong(columns -> Long.parseLong(columns[4].split(":")[0], 16))
            .sum();
    return new Sockets(established, finWait1, queued >> 10);
  }

  private static String jcmd(long pid, String command) throws IOException, InterruptedException {
    String program = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    Process process =
        new ProcessBuilder(program, Long.toString(pid), command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(command + ": " + output);
    }
    return output;
  }

  private static long pid() {
    String port = "-Djboss.http.port=" + Site.port();
    return ProcessHandle.current()
        .descendants()
        .filter(
            process ->
                process.info().arguments().stream().flatMap(Arrays::stream).anyMatch(port::equals))
        .mapToLong(ProcessHandle::pid)
        .max()
        .orElseThrow(() -> new AssertionError("no server among the processes of this test"));
  }

  /**
   * Sockets of the server.
   *
   * @param established open ones
   * @param finWait1 closed ones whose peer has not taken what was left
   * @param queuedKib what both have not got rid of
   */
  record Sockets(long established, long finWait1, long queuedKib) {}
}
