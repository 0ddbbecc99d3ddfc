package fanweb.manage.launch;

import static org.assertj.core.api.Assertions.assertThat;

import fanweb.manage.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MakeMigrationsTest {
  private static final Path OURS = Path.of("src/main/resources/db/migration");

  @TempDir private Path data;
  private Shell shell;

  @BeforeEach
  void open() {
    shell = new Shell(data);
  }

  @Test
  void our_own_entities_want_no_script_that_is_not_there() {
    assertThat(shell.run("makemigrations", "--check")).as(shell.out()).isZero();
    assertThat(shell.err()).isEqualTo("No changes detected\n");
    assertThat(data).isEmptyDirectory();
  }

  @Test
  void a_script_that_is_missing_is_named_and_printed_and_written() throws IOException {
    String folder = withoutAge();
    assertThat(shell.run("makemigrations", "--check", "--directory", folder))
        .isEqualTo(ExitCode.FAILED);
    assertThat(shell.out()).isEqualTo("account add_userinfo_age\n");
    assertThat(shell.err()).startsWith("fanweb: one script is missing: fanweb makemigrations");

    Path file = Path.of(folder, "account", "V901__add_userinfo_age.sql");
    String script =
        "-- A column that must have a value: rows from before get 2.\n"
            + "ALTER TABLE account_userinfo ADD COLUMN age INT NOT NULL DEFAULT 2;\n";
    assertThat(make(folder, "--dry-run", "--default", "account_userinfo.age=2")).isZero();
    assertThat(shell.out()).isEqualTo("-- " + file + "\n" + script + "\n");
    assertThat(file).doesNotExist();

    assertThat(make(folder, "account", "--default", "account_userinfo.age=2")).isZero();
    assertThat(shell.out()).isEqualTo(file + "\n");
    assertThat(file).hasContent(script);
    assertThat(make(folder)).isZero();
    assertThat(shell.err())
        .startsWith("left alone, for no entity has them (--drop takes one away): chat_group.dur")
        .endsWith("No changes detected\n");
  }

  @Test
  void without_a_terminal_the_default_must_be_given_and_fit() throws IOException {
    String folder = withoutAge();
    assertThat(make(folder)).isEqualTo(ExitCode.USAGE);
    assertTold("need a value in account_userinfo.age: give it as in --default account_userinfo.");
    assertThat(make(folder, "--default", "account_userinfo.age=two")).isEqualTo(ExitCode.FAILED);
    assertTold("\"two\" is no value for account_userinfo.age, INT");
    assertThat(make(folder, "--default", "account_userinfo.aeg=2")).isEqualTo(ExitCode.USAGE);
    assertTold("nothing needs a value for account_userinfo.aeg");
    assertThat(Path.of(folder, "account", "V901__add_userinfo_age.sql")).doesNotExist();
  }

  @Test
  void a_column_goes_only_when_it_is_named() throws IOException {
    String folder =
        with("ALTER TABLE account_token ADD COLUMN (note VARCHAR(9) NOT NULL, extra INT NULL);");
    assertThat(shell.run("makemigrations", "--check", "--directory", folder))
        .isEqualTo(ExitCode.FAILED);
    assertThat(shell.out()).isEqualTo("account drop_token_note\n");
    assertThat(make(folder)).isEqualTo(ExitCode.FAILED);
    assertTold("no entity has the column account_token.note, and without it no row can be added");
    assertThat(make(folder, "--drop", "account_token.name")).isEqualTo(ExitCode.USAGE);
    assertTold("there is no column account_token.name that no entity has");

    assertThat(make(folder, "account", "--drop", "account_token.note")).isZero();
    assertThat(shell.out()).endsWith("V901__drop_token_note.sql\n").hasLineCount(1);
    assertThat(shell.err()).contains("takes one away): account_token.extra\n");
  }

  @Test
  void what_is_wrong_with_the_folder_is_one_line() throws IOException {
    assertThat(make(data.resolve("nowhere").toString())).isEqualTo(ExitCode.FAILED);
    assertTold("there is no folder " + data.resolve("nowhere") + ": run it where the sources are");
    assertThat(make(data.toString())).isEqualTo(ExitCode.FAILED);
    assertTold("is not what these classes were built with, it has no " + data.resolve("account"));
    assertThat(make(with("ALTER TABLE nobody_s DROP COLUMN x;"))).isEqualTo(ExitCode.FAILED);
    assertTold(
        "cannot be applied, nothing was written: the script account/V900__change.sql failed");
    assertThat(shell.run("makemigrations", "shop")).isEqualTo(ExitCode.USAGE);
    assertTold("there is no feature shop; there are: account, ");
  }

  private int make(String folder, String... arguments) {
    String[] all = new String[arguments.length + 3];
    System.arraycopy(arguments, 0, all, 3, arguments.length);
    all[0] = "makemigrations";
    all[1] = "--directory";
    all[2] = folder;
    return shell.run(all);
  }

  private void assertTold(String line) {
    assertThat(shell.err()).startsWith("fanweb: ").contains(line).hasLineCount(1);
  }

  /** Our scripts, and one after which the entities miss a column. */
  private String withoutAge() throws IOException {
    return with("ALTER TABLE account_userinfo DROP COLUMN age;");
  }

  private String with(String script) throws IOException {
    Path folder = data.resolve("scripts");
    FileUtils.copyDirectory(OURS.toFile(), folder.toFile());
    Files.writeString(folder.resolve("account/V900__change.sql"), script);
    return folder.toString();
  }
}
