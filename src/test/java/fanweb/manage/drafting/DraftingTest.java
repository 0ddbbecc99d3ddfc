package fanweb.manage.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fanweb.manage.UndoneException;
import fanweb.manage.drafting.DraftedThing.After;
import fanweb.manage.drafting.DraftedThing.BadlyCalled;
import fanweb.manage.drafting.DraftedThing.Before;
import fanweb.manage.drafting.DraftedThing.Branch;
import fanweb.manage.drafting.DraftedThing.Impossible;
import fanweb.manage.drafting.DraftedThing.Leaf;
import fanweb.manage.drafting.DraftedThing.Nicked;
import fanweb.manage.drafting.DraftedThing.Pair;
import fanweb.manage.drafting.DraftedThing.Seen;
import fanweb.manage.drafting.DraftedThing.Shrunk;
import fanweb.manage.drafting.DraftedThing.Stray;
import fanweb.manage.drafting.DraftedThing.Tag;
import fanweb.manage.drafting.DraftedThing.Unique;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftingTest {
  private static final List<String> CHANGES =
      List.of(
          "change_thing_age: ALTER TABLE account_thing MODIFY COLUMN age BIGINT NOT NULL",
          "add_thing_awake: ALTER TABLE account_thing ADD COLUMN awake BOOLEAN NOT NULL DEFAULT"
              + " TRUE",
          "relax_thing_born: ALTER TABLE account_thing MODIFY COLUMN born DATE NULL",
          "add_thing_city: ALTER TABLE account_thing ADD COLUMN city VARCHAR(30) NOT NULL DEFAULT"
              + " 'it''s' COLLATE utf8mb4_bin",
          "add_thing_essay: ALTER TABLE account_thing ADD COLUMN essay TEXT NULL COLLATE"
              + " utf8mb4_bin",
          "fill_thing_essay: UPDATE account_thing SET essay = '-' WHERE essay IS NULL",
          "require_thing_essay: ALTER TABLE account_thing MODIFY COLUMN essay TEXT NOT NULL"
              + " COLLATE utf8mb4_bin",
          "add_thing_made_at: ALTER TABLE account_thing ADD COLUMN made_at DATETIME(6) NOT NULL"
              + " DEFAULT '2026-11-26 08:00:00.000000'",
          "widen_thing_name: ALTER TABLE account_thing MODIFY COLUMN name VARCHAR(60) NOT NULL"
              + " DEFAULT '访客' COLLATE utf8mb4_bin",
          "require_thing_nick: ALTER TABLE account_thing MODIFY COLUMN nick VARCHAR(8) NOT NULL"
              + " COLLATE utf8mb4_bin",
          "widen_thing_note: ALTER TABLE account_thing MODIFY COLUMN note VARCHAR(50) NULL"
              + " COLLATE utf8mb4_bin",
          "fill_thing_note: UPDATE account_thing SET note = '' WHERE note IS NULL",
          "require_thing_note: ALTER TABLE account_thing MODIFY COLUMN note VARCHAR(50) NOT NULL"
              + " COLLATE utf8mb4_bin",
          "add_thing_state: ALTER TABLE account_thing ADD COLUMN state VARCHAR(10) NULL COLLATE"
              + " utf8mb4_bin",
          "add_thing_parent_id: ALTER TABLE account_thing ADD COLUMN parent_id BIGINT NULL",
          "unique_thing_code: CREATE UNIQUE INDEX account_thing_code ON account_thing (code)",
          "index_thing_age_born: CREATE INDEX account_thing_age_born ON account_thing (age, born"
              + " DESC)",
          "link_thing_parent: ALTER TABLE account_thing ADD CONSTRAINT account_thing_parent_of"
              + " FOREIGN KEY (parent_id) REFERENCES account_thing (id)",
          "unlink_thing_other_id: ALTER TABLE account_thing DROP FOREIGN KEY account_thing_other",
          "drop_thing_other_id: ALTER TABLE account_thing DROP COLUMN other_id");

  private static final String NEW_TABLE =
      """
      -- A table that was not there.
      CREATE TABLE chat_tag (
        id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
        name VARCHAR(20) NOT NULL,
        picture VARBINARY(255) NULL,
        shown BOOLEAN NOT NULL,
        weight DECIMAL(10,2) NULL,
        leaf_id BIGINT NULL,
        parent_id BIGINT NULL,
        UNIQUE KEY chat_tag_name (name),
        UNIQUE KEY chat_tag_leaf (leaf_id),
        KEY by_weight (weight),
        CONSTRAINT chat_tag_leaf_of FOREIGN KEY (leaf_id) REFERENCES chat_leaf (id),
        CONSTRAINT chat_tag_parent_of FOREIGN KEY (parent_id) REFERENCES chat_tag (id) ON DELETE CASCADE
      ) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
      """;

  @TempDir private Path folder;

  @BeforeEach
  void write() throws IOException {
    DraftedThing.writeScript(folder);
  }

  @Test
  void what_is_as_it_should_be_needs_no_script() throws SQLException {
    assertThat(drafts(Set.of(), Before.class)).isEmpty();
  }

  @Test
  void every_change_becomes_scripts_of_one_statement() throws SQLException {
    assertThat(drafts(Set.of("account_thing.other_id"), After.class))
        .extracting(draft -> draft.name() + ": " + draft.sql())
        .isEqualTo(CHANGES);
  }

  @Test
  void new_tables_come_with_their_keys_and_before_what_points_to_them() throws SQLException {
    List<DraftScript> drafts = drafts(Set.of(), Branch.class, Tag.class, Leaf.class);
    assertThat(drafts)
        .extracting(DraftScript::title)
        .containsExactly(
            "chat create_leaf",
            "chat create_tag",
            "chat create_branch",
            "chat create_tag_word",
            "chat link_leaf_tag");
    assertThat(drafts.get(1).text()).isEqualTo(NEW_TABLE);
    assertThat(drafts.get(3).sql()).contains("  PRIMARY KEY (tag_id, word),\n");
    assertThat(drafts.get(4).sql())
        .isEqualTo(
            "ALTER TABLE chat_leaf ADD CONSTRAINT chat_leaf_tag_of FOREIGN KEY (tag_id) REFERENCES"
                + " chat_tag (id)");
  }

  @Test
  void scripts_that_are_written_are_those_there_are_the_next_time()
      throws SQLException, IOException {
    Class<?>[] entities = {After.class, Tag.class, Leaf.class};
    ScriptFolder.write(new ScriptFolder(folder).files(drafts(Set.of(), entities)));

    assertThat(folder.resolve("account/V002__change_thing_age.sql")).exists();
    assertThat(folder.resolve("chat/V001__create_tag.sql")).exists();
    assertThat(drafts(Set.of(), entities)).isEmpty();
  }

  @Test
  void one_feature_alone_is_looked_at_when_it_is_named() throws SQLException {
    List<Class<?>> entities = List.of(After.class, Tag.class, Leaf.class);
    try (Drafting drafting = new Drafting(Drafting.read(entities), folder, "chat")) {
      List<DraftScript> drafts = drafting.drafts(DraftedThing::literal, Set.of());
      assertThat(drafts).extracting(DraftScript::feature).containsOnly("chat");
      drafting.tryOut(drafts, Set.of());
    }
  }

  @Test
  void columns_that_no_entity_has_stay_unless_they_are_to_go() throws SQLException {
    try (Drafting drafting = new Drafting(Drafting.read(List.of(Shrunk.class)), folder, "")) {
      assertThat(drafting.drafts(DraftedThing::literal, Set.of())).isEmpty();
      assertThat(drafting.others())
          .containsExactly(
              "account_thing.born",
              "account_thing.code",
              "account_thing.name",
              "account_thing.nick",
              "account_thing.note",
              "account_thing.other_id",
              "account_thing.seen");
      assertThat(drafting.obstacles()).containsExactly("account_thing.born", "account_thing.seen");
      assertThat(drafting.drafts(DraftedThing::literal, drafting.obstacles()))
          .extracting(DraftScript::sql)
          .containsExactly(
              "ALTER TABLE account_thing DROP COLUMN born",
              "ALTER TABLE account_thing DROP COLUMN seen");
    }
  }

  @Test
  void a_unique_column_becomes_not_null_when_rows_have_values() throws SQLException {
    assertThat(drafts(Set.of(), Nicked.class))
        .extracting(DraftScript::name)
        .containsExactly("require_thing_nick");
  }

  @Test
  void values_of_another_type_are_for_who_knows_them() throws SQLException {
    assertThat(drafts(Set.of(), Seen.class))
        .extracting(DraftScript::sql)
        .containsExactly("ALTER TABLE account_thing MODIFY COLUMN seen DATETIME(6) NOT NULL");
  }

  @Test
  void what_scripts_cannot_do_is_refused() {
    assertRefused(Impossible.class, "makemigrations.remaining[account widen_thing_name]");
    assertRefused(BadlyCalled.class, "makemigrations.fails[account add_thing_select, Syntax error");
    assertRefused(Unique.class, "makemigrations.unique[account_thing.login]");
    assertRefused(
        Pair.class, "makemigrations.fails[account unique_thing_city_street, Unique index");
    assertRefused(Stray.class, "makemigrations.no_feature[shop_article, account_, chat_");
  }

  private void assertRefused(Class<?> entity, String reason) {
    assertThatThrownBy(() -> drafts(Set.of(), entity))
        .isInstanceOf(UndoneException.class)
        .hasMessageStartingWith(reason);
  }

  /** Tried out, too. */
  private List<DraftScript> drafts(Set<String> drops, Class<?>... entities) throws SQLException {
    try (Drafting drafting = new Drafting(Drafting.read(List.of(entities)), folder, "")) {
      List<DraftScript> drafts = drafting.drafts(DraftedThing::literal, drops);
      drafting.tryOut(drafts, drops);
      return drafts;
    }
  }
}
