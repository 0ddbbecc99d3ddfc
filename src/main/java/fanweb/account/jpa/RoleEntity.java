package fanweb.account.jpa;

import fanweb.account.Role;
import fanweb.account.RoleDraft;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A role. */
@Entity
@Table(name = "account_role")
class RoleEntity {
  private static final int WIDEST = 64;

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private long id;

  @Version
  @Column(nullable = false)
  private int version;

  @Column(nullable = false, length = WIDEST)
  private String name;

  @Column(nullable = false, unique = true, length = WIDEST)
  private String code;

  /** For the persistence provider, which fills the fields itself. */
  @SuppressWarnings("NullAway.Init") // because the provider sets them
  protected RoleEntity() {}

  @SuppressWarnings("NullAway.Init") // because accept sets them
  RoleEntity(RoleDraft draft) {
    accept(draft);
  }

  final void accept(RoleDraft draft) {
    name = draft.name();
    code = draft.code();
  }

  long id() {
    return id;
  }

  String code() {
    return code;
  }

  RoleDraft toDraft() {
    return new RoleDraft(name, code);
  }

  Role toRole() {
    return new Role(id, version, name, code);
  }
}
