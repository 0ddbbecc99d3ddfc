package fanweb.chat.jpa;

import fanweb.channel.GroupName;
import fanweb.chat.GroupDirectory;
import fanweb.chat.GroupSettings;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A group in which somebody has spoken. */
@Entity
@Table(name = "chat_group")
class GroupEntity {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private long id;

  @Column(nullable = false, unique = true, updatable = false, length = 2 * GroupName.MAX_LENGTH)
  private String name;

  @Column(name = "created_at", nullable = false, updatable = false)
  private Instant createdAt;

  @Column(name = "last_active_at", nullable = false)
  private Instant lastActiveAt;

  /** Written by the journal; here only to be asked for. */
  @Column(nullable = false, insertable = false, updatable = false, length = 10)
  private String readers;

  /** For the persistence provider, which fills the fields itself. */
  @SuppressWarnings("NullAway.Init") // because the provider sets them
  protected GroupEntity() {}

  GroupEntity(GroupName name, Instant at) {
    this.name = name.value();
    // As the table has it too.
    this.readers = GroupSettings.DEFAULTS.read().name();
    this.createdAt = at;
    this.lastActiveAt = at;
  }

  void activeAt(Instant at) {
    if (at.isAfter(lastActiveAt)) {
      lastActiveAt = at;
    }
  }

  GroupDirectory.Entry toEntry() {
    return new GroupDirectory.Entry(new GroupName(name), lastActiveAt);
  }
}
