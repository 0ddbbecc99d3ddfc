package fanweb.chat.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serial;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What somebody is in a group. Written by the journal; here only to be asked for. */
@Entity
@Table(name = "chat_member")
@SuppressWarnings("UnusedVariable") // because queries ask for them
class MemberEntity {
  @EmbeddedId private Id id;

  @Column(name = "member_rank", nullable = false, updatable = false, length = 9)
  private String rank;

  /** For the persistence provider, which fills the fields itself. */
  @SuppressWarnings("NullAway.Init") // because the provider sets them
  protected MemberEntity() {}

  /** Where, and who. */
  @Embeddable
  static class Id implements Serializable {
    @Serial private static final long serialVersionUID = 1L;

    @Column(name = "group_id", nullable = false)
    private long groupId;

    @Column(name = "author_id", nullable = false, length = 64)
    private String author;

    /** For the persistence provider, which fills the fields itself. */
    @SuppressWarnings("NullAway.Init") // because the provider sets them
    protected Id() {}

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Id id && groupId == id.groupId && author.equals(id.author);
    }

    @Override
    public int hashCode() {
      return Objects.hash(groupId, author);
    }
  }
}
