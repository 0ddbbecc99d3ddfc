package fanweb.manage.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fanweb.manage.UndoneException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptFolderTest {
  private static final DraftScript FIRST = new DraftScript("chat", "add_x", "Note.", "SELECT 1");
  private static final DraftScript SECOND = new DraftScript("chat", "drop_x", "Note.", "SELECT 2");
  private static final DraftScript OTHER = new DraftScript("shop", "create_x", "Note.", "SELECT 3");

  @TempDir private Path root;

  @Test
  void each_script_has_the_next_number_of_its_feature() throws IOException {
    Files.createDirectory(root.resolve("chat"));
    Files.createFile(root.resolve("chat/V009__index_member_author.sql"));
    assertThat(new ScriptFolder(root).files(List.of(FIRST, SECOND, OTHER)).keySet())
        .containsExactly(
            root.resolve("chat/V010__add_x.sql"),
            root.resolve("chat/V011__drop_x.sql"),
            root.resolve("shop/V001__create_x.sql"));
  }

  @Test
  void a_script_has_a_line_about_it_and_one_statement() throws IOException {
    Map<Path, DraftScript> files = new ScriptFolder(root).files(List.of(FIRST));
    ScriptFolder.write(files);
    assertThat(root.resolve("chat/V001__add_x.sql")).hasContent("-- Note.\nSELECT 1;\n");
  }

  @Test
  void all_are_written_or_none_and_nothing_is_overwritten() throws IOException {
    Map<Path, DraftScript> files = new ScriptFolder(root).files(List.of(FIRST, SECOND));
    Path second = root.resolve("chat/V002__drop_x.sql");
    Files.createDirectory(root.resolve("chat"));
    Files.writeString(second, "somebody's");

    assertThatThrownBy(() -> ScriptFolder.write(files))
        .isInstanceOf(UndoneException.class)
        .hasMessage("makemigrations.not_written[" + second + ", it is there already]");
    assertThat(root.resolve("chat/V001__add_x.sql")).doesNotExist();
    assertThat(second).hasContent("somebody's");
  }
}
