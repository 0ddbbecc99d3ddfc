package fanweb.manage.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fanweb.account.GuestToken;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuestSecretTest {
  @TempDir private Path folder;

  private GuestSecret secret() {
    return new GuestSecret(folder.resolve("new/guest"), new SecureRandom());
  }

  @Test
  void one_is_the_same_guest_on_each_run_and_another_on_another_server() throws IOException {
    GuestToken first = secret().on("ws://one");

    assertThat(secret().on("ws://one")).isEqualTo(first);
    assertThat(secret().on("ws://two")).isNotEqualTo(first);
  }

  @Test
  void nobody_else_can_read_it_and_nothing_is_left_beside_it() throws IOException {
    secret().on("ws://one");

    Path file = secret().file();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(file.getParent()).isDirectoryContaining("glob:**/guest");
    try (var files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void what_others_could_read_is_only_one_s_own_from_then_on() throws IOException {
    GuestToken guest = secret().on("ws://one");
    Path file = secret().file();
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--rw-"));

    assertThat(secret().on("ws://one")).isEqualTo(guest);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void a_file_that_nobody_may_write_is_read() throws IOException {
    GuestToken guest = secret().on("ws://one");
    Files.setPosixFilePermissions(secret().file(), PosixFilePermissions.fromString("r--------"));

    assertThat(secret().on("ws://one")).isEqualTo(guest);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret().file())))
        .isEqualTo("r--------");
  }

  @Test
  void a_file_system_needs_no_links() throws IOException {
    try (FileSystem zip =
        FileSystems.newFileSystem(folder.resolve("zip"), Map.of("create", "true"))) {
      GuestSecret there = new GuestSecret(zip.getPath("home", "guest"), new SecureRandom());

      assertThat(there.on("ws://one")).isEqualTo(there.on("ws://one"));
    }
  }

  @Test
  void processes_that_make_it_in_the_same_moment_are_one_guest() throws Exception {
    List<Process> all = List.of(race(), race());
    for (Process one : all) {
      // Until both have read their classes.
      assertThat(one.getInputStream().read()).isEqualTo('\n');
    }
    for (Process one : all) {
      one.getOutputStream().close();
    }

    List<List<String>> guests = new ArrayList<>();
    for (Process one : all) {
      guests.add(new String(one.getInputStream().readAllBytes(), UTF_8).lines().toList());
      assertThat(one.waitFor()).isZero();
    }
    assertThat(guests.get(0)).hasSize(GuestSecretRace.ROUNDS).isEqualTo(guests.get(1));
  }

  private Process race() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            GuestSecretRace.class.getName(),
            folder.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  @Test
  void a_file_that_is_none_is_not_taken_for_one() throws IOException {
    Path file = folder.resolve("guest");
    Files.writeString(file, "short");

    assertThatThrownBy(() -> new GuestSecret(file, new SecureRandom()).on("ws://one"))
        .isInstanceOf(IOException.class);
  }
}
