package fanweb.manage.drafting;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.jspecify.annotations.NullUnmarked;

/** What developers do to entities; {@link #SCRIPT} has made the table of {@link Before}. */
final class DraftedThing {
  static final String SCRIPT =
      """
      CREATE TABLE account_thing (
        id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
        name VARCHAR(20) NOT NULL DEFAULT '访客',
        note VARCHAR(40) NULL,
        code VARCHAR(8) NULL,
        nick VARCHAR(8) NULL,
        age INT NOT NULL,
        born DATE NOT NULL,
        seen VARCHAR(30) NOT NULL,
        other_id BIGINT NULL,
        UNIQUE KEY account_thing_nick (nick),
        CONSTRAINT account_thing_other FOREIGN KEY (other_id) REFERENCES account_thing (id)
      );
      """;

  private static final Map<String, String> VALUES =
      Map.of(
          "account_thing.note", "",
          "account_thing.city", "it's",
          "account_thing.essay", "-",
          "account_thing.made_at", "2026-11-26T08:00:00Z");

  private DraftedThing() {}

  /** Makes a folder of scripts with this one in it. */
  static void writeScript(Path folder) throws IOException {
    Path account = Files.createDirectories(folder.resolve("account"));
    Files.writeString(account.resolve("V001__create_thing.sql"), SCRIPT);
  }

  /** What rows from before get in the columns of {@link After}. */
  static String literal(NeededDefault needed) {
    return needed.literal(VALUES.getOrDefault(needed.column(), ""));
  }

  /** As the script has it. */
  @Entity
  @Table(name = "account_thing")
  @NullUnmarked
  static class Before {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column(nullable = false, length = 20)
    private String name;

    @Column(length = 40)
    private String note;

    @Column(length = 8)
    private String code;

    @Column(unique = true, length = 8)
    private String nick;

    private int age;

    @Column(nullable = false)
    private LocalDate born;

    @Column(nullable = false, length = 30)
    private String seen;

    @ManyToOne private Before other;
  }

  /** With a change of every kind. */
  @Entity
  @Table(name = "account_thing", indexes = @Index(columnList = "age, born DESC"))
  @NullUnmarked
  static class After {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column(nullable = false, length = 60)
    private String name;

    @Column(nullable = false, length = 50)
    private String note;

    @Column(length = 8, unique = true)
    private String code;

    @Column(nullable = false, unique = true, length = 8)
    private String nick;

    private long age;
    private LocalDate born;

    @Column(nullable = false, length = 30)
    private String seen;

    @Column(nullable = false, length = 30)
    private String city;

    @Column(nullable = false, length = 1000)
    @Lob
    private String essay;

    @Column(name = "made_at", nullable = false)
    private Instant madeAt;

    @ColumnDefault("TRUE")
    private boolean awake;

    @Column(length = 10)
    @Enumerated(EnumType.STRING)
    private Thread.State state;

    @ManyToOne private After parent;
  }

  /** Two new tables that point to each other, and one that belongs to them. */
  @Entity
  @Table(name = "chat_tag", indexes = @Index(name = "by_weight", columnList = "weight"))
  @NullUnmarked
  static class Tag {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column(nullable = false, unique = true, length = 20)
    private String name;

    private boolean shown;
    private byte[] picture;

    @Column(precision = 10, scale = 2)
    private BigDecimal weight;

    @OneToOne private Leaf leaf;

    @ManyToOne
    @OnDelete(action = OnDeleteAction.CASCADE)
    private Tag parent;

    @ElementCollection
    @CollectionTable(name = "chat_tag_word", joinColumns = @JoinColumn(name = "tag_id"))
    @Column(name = "word", nullable = false, length = 16)
    private Set<String> words;
  }

  /** The other one. */
  @Entity
  @Table(name = "chat_leaf")
  @NullUnmarked
  static class Leaf {
    @Id private long id;
    @ManyToOne private Tag tag;
  }

  /** Called so that it would be made before what it points to. */
  @Entity
  @Table(name = "chat_branch")
  @NullUnmarked
  static class Branch {
    @Id private long id;
    @ManyToOne private Tag tag;
  }

  /** With fewer fields. */
  @Entity
  @Table(name = "account_thing")
  @NullUnmarked
  static class Shrunk {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    private int age;
  }

  /** Whose nick has become a must. */
  @Entity
  @Table(name = "account_thing")
  @NullUnmarked
  static class Nicked {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column(nullable = false, unique = true, length = 8)
    private String nick;

    private int age;

    @Column(nullable = false)
    private LocalDate born;
  }

  /** Whose texts have become moments. */
  @Entity
  @Table(name = "account_thing")
  @NullUnmarked
  static class Seen {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    private int age;

    @Column(nullable = false)
    private LocalDate born;

    @Column(nullable = false)
    private Instant seen;
  }

  /** Whose column can never be what its field wants. */
  @Entity
  @Table(name = "account_thing")
  @NullUnmarked
  static class Impossible {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column(length = 80, columnDefinition = "VARCHAR(60)")
    private String name;

    private int age;
  }

  /** Whose new column is called as MySQL's and H2's word. */
  @Entity
  @Table(name = "account_thing")
  @NullUnmarked
  static class BadlyCalled {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    private int age;
    private LocalDate born;
    private Integer select;
  }

  /** Which cannot have one value for all. */
  @Entity
  @Table(name = "account_thing")
  @NullUnmarked
  static class Unique {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    private int age;
    private LocalDate born;

    @Column(nullable = false, unique = true)
    private String login;
  }

  /** Which cannot have one value for all in two of its columns. */
  @Entity
  @Table(
      name = "account_thing",
      uniqueConstraints = @UniqueConstraint(columnNames = {"city", "street"}))
  @NullUnmarked
  static class Pair {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    private int age;

    @ColumnDefault("''")
    @Column(nullable = false)
    private String city;

    @ColumnDefault("''")
    @Column(nullable = false)
    private String street;
  }

  /** Of no feature. */
  @Entity
  @Table(name = "shop_article")
  static class Stray {
    @Id private long id;
  }
}
