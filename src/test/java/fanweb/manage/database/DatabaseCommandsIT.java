package fanweb.manage.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fanweb.system.CommandLine;
import fanweb.system.CommandLine.Result;
import fanweb.system.CommandLine.Running;
import fanweb.system.MariaDb;
import fanweb.system.NeedsMariaDb;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The commands as processes: what they leave and how they end. */
@ExtendWith(NeedsMariaDb.class)
class DatabaseCommandsIT {
  private static final int ROWS = 3000;

  @TempDir private Path folder;
  private Path data;
  private CommandLine fanweb;

  @BeforeEach
  void embedded() throws Exception {
    data = Files.createDirectory(folder.resolve("data"));
    fanweb = new CommandLine(folder, Map.of("FANWEB_DATA", data.toString()));
  }

  @Test
  void a_site_moves_in_two_commands(MariaDb server) throws Exception {
    assertThat(fanweb.run("check")).matches(result -> result.code() == 3);
    assertThat(fanweb.run("migrate", "--plan").code()).isEqualTo(3);
    assertThat(data).isEmptyDirectory();
    assertThat(fanweb.run("migrate").err()).contains("applying chat 010 create origin");
    Path dump = folder.resolve("site.jsonl");
    assertThat(fanweb.run("dumpdata", dump.toString()).err()).isEqualTo("12 rows\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(dump)))
        .isEqualTo("rw-------");

    CommandLine other = new CommandLine(folder, settings(server, server.newDatabase()));
    assertThat(other.run("loaddata", dump.toString()).err()).endsWith("12 rows loaded\n");
    assertThat(other.run("check"))
        .satisfies(result -> assertThat(result.out()).contains("all 40 scripts are applied"))
        .matches(result -> result.code() == 0);
  }

  private static Map<String, String> settings(MariaDb server, String database) {
    return Map.of(
        "FANWEB_DB_DRIVER", "mariadb",
        "FANWEB_DB_URL", server.url(database),
        "FANWEB_DB_USER", server.user(),
        "FANWEB_DB_PASSWORD", server.password());
  }

  @Test
  void a_disk_that_is_full_leaves_one_line_and_no_half_file(MariaDb server) throws Exception {
    fanweb = new CommandLine(folder, settings(server, server.newDatabase()));
    fanweb.run("migrate");
    // A kibibyte a file is too little for the dump.
    String dump = folder.resolve("site.jsonl").toString();
    Result file = fanweb.runIn("trap '' XFSZ; ulimit -f 1; exec \"$@\" dumpdata " + dump);
    assertThat(file.err())
        .isEqualTo("fanweb: the dump cannot be written to " + dump + ": File too large\n");
    assertThat(file.code()).isEqualTo(1);
    assertThat(folder).isDirectoryNotContaining("glob:**site.jsonl*");

    Result output = fanweb.runIn("exec \"$@\" dumpdata > /dev/full");
    assertThat(output.err())
        .isEqualTo(
            "fanweb: the dump cannot be written to standard output: No space left on device\n");
    assertThat(output.code()).isEqualTo(1);

    Result unread = fanweb.runIn("\"$@\" dumpdata | true; exit ${PIPESTATUS[0]}");
    assertThat(unread.code()).isEqualTo(141);
  }

  @Test
  void a_file_that_is_open_elsewhere_ends_with_4() throws Exception {
    String url = "jdbc:h2:file:" + data.resolve("fan-web") + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE";
    try (Connection held = DriverManager.getConnection(url, "sa", "fan-web")) {
      assertThat(held.isValid(1)).isTrue();
      for (String command : List.of("migrate", "dumpdata", "sessions nobody")) {
        Result result = fanweb.run(command.split(" "));
        assertThat(result.code()).isEqualTo(4);
        assertThat(result.err())
            .contains("is open in another process, most likely the server: stop that one first")
            .hasLineCount(1);
      }
      assertThat(fanweb.run("check").code()).isEqualTo(4);
    }
  }

  @Test
  void whoever_migrates_second_waits_and_has_nothing_to_do(MariaDb server) throws Exception {
    String database = server.newDatabase();
    fanweb = new CommandLine(folder, settings(server, database));
    try (Connection first = server.dataSource(database).getConnection()) {
      first
          .createStatement()
          .execute("SELECT GET_LOCK(SHA2(CONCAT('fan-web ', DATABASE()), 224), 0)");
      Running second = fanweb.start("migrate");
      await().atMost(Duration.ofMinutes(1)).until(() -> second.said().contains("waiting"));
      first
          .createStatement()
          .execute("SELECT RELEASE_LOCK(SHA2(CONCAT('fan-web ', DATABASE()), 224))");
      assertThat(second.end().code()).isZero();
    }
    assertThat(fanweb.run("migrate").err()).startsWith("nothing to do");
  }

  @Test
  void two_at_once_apply_each_script_once(MariaDb server) throws Exception {
    fanweb = new CommandLine(folder, settings(server, server.newDatabase()));
    List<Running> both = List.of(fanweb.start("migrate"), fanweb.start("migrate"));
    StringBuilder said = new StringBuilder();
    for (Running one : both) {
      Result result = one.end();
      assertThat(result.code()).isZero();
      said.append(result.err());
    }
    assertThat(said.toString().lines().filter(line -> line.startsWith("applying ")))
        .hasSize(40)
        .doesNotHaveDuplicates();
  }

  @Test
  void a_pipe_is_written_to_and_a_link_stays_one() throws Exception {
    fanweb.run("migrate");
    Path pipe = folder.resolve("pipe");
    Result piped =
        fanweb.runIn("mkfifo " + pipe + "; cat " + pipe + " & \"$@\" dumpdata " + pipe + "; wait");
    assertThat(piped.out()).startsWith("{\"format\"").hasLineCount(14);
    assertThat(Files.isRegularFile(pipe)).isFalse();

    Path kept = Files.createFile(folder.resolve("kept.jsonl"));
    Path link = Files.createSymbolicLink(folder.resolve("link.jsonl"), kept);
    assertThat(fanweb.run("dumpdata", link.toString()).code()).isZero();
    assertThat(link).isSymbolicLink();
    assertThat(Files.readString(kept)).startsWith("{\"format\"");
  }

  @Test
  void a_load_that_is_killed_leaves_nothing() throws Exception {
    fanweb.run("migrate");
    String before = dump();
    Running load = fanweb.start("loaddata", "--progress");
    OutputStream in = load.process().getOutputStream();
    in.write((before.lines().findFirst().orElseThrow() + "\n").getBytes(UTF_8));
    for (int i = 1; i <= ROWS; i++) {
      in.write(
          ("{\"table\":\"chat_member\",\"row\":{\"group_id\":1,\"author_id\":\"u_"
                  + i
                  + "\",\"member_rank\":\"OWNER\"}}\n")
              .getBytes(UTF_8));
    }
    in.flush();
    await().atMost(Duration.ofMinutes(1)).until(() -> load.said().contains("chat_member"));
    load.process().destroyForcibly().waitFor();
    assertThat(rowsOf(dump())).isEqualTo(rowsOf(before));
  }

  private String dump() throws Exception {
    Result result = fanweb.run("dumpdata");
    assertThat(result.code()).isZero();
    return result.out();
  }

  /** The first line tells when it was made, and the last one seals it. */
  private static List<String> rowsOf(String dump) {
    return dump.lines().filter(line -> line.startsWith("{\"table\"")).toList();
  }
}
