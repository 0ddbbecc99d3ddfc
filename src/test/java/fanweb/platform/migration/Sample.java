package fanweb.platform.migration;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;

/** An entity with a field of every type in use; its table is V001 of {@code sample}. */
@Entity
@Table(name = "sample")
@NullUnmarked
class Sample {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private long id;

  @Column(nullable = false, length = 100)
  private String name;

  @Column(length = 64, nullable = false)
  @JdbcTypeCode(SqlTypes.CHAR)
  private String hash;

  @Column(nullable = false, length = 64)
  private String fixed;

  private String note;

  @Lob private String essay;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, length = 16)
  private Colour colour;

  @Column(name = "is_open", nullable = false)
  private boolean open;

  private int age;
  private Integer height;

  @Version private long version;

  private double weight;

  @Column(precision = 10, scale = 2)
  private BigDecimal price;

  @Column(name = "created_at", nullable = false)
  private Instant createdAt;

  private LocalDate birthday;

  @Column(length = 32)
  private byte[] token;

  @ManyToOne private Sample parent;

  /** Words that the table keeps as text. */
  enum Colour {
    RED,
    GREEN
  }
}
