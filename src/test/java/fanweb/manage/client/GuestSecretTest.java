package fanweb.manage.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fanweb.account.GuestToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
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
  void a_file_that_is_none_is_not_taken_for_one() throws IOException {
    Path file = folder.resolve("guest");
    Files.writeString(file, "short");

    assertThatThrownBy(() -> new GuestSecret(file, new SecureRandom()).on("ws://one"))
        .isInstanceOf(IOException.class);
  }
}
