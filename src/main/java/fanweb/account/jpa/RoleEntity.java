package fanweb.account.jpa;

import fanweb.account.Role;
import fanweb.account.RoleDraft;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.annotations.BatchSize;

/** A role. */
@Entity
@Table(name = "account_role")
class RoleEntity {
  private static final int WIDEST = 64;
  private static final int PAGE = 100;

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

  @ElementCollection
  @CollectionTable(name = "account_role_permission", joinColumns = @JoinColumn(name = "role_id"))
  @Column(name = "permission", nullable = false, length = WIDEST)
  @BatchSize(size = PAGE)
  private Set<String> permissions = new HashSet<>();

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
    Set<String> chosen = Set.copyOf(draft.permissions());
    if (!permissions.equals(chosen)) {
      permissions = new HashSet<>(chosen);
    }
  }

  long id() {
    return id;
  }

  String code() {
    return code;
  }

  RoleDraft toDraft() {
    return new RoleDraft(name, code, sorted());
  }

  Role toRole() {
    return new Role(id, version, name, code, sorted());
  }

  private List<String> sorted() {
    return permissions.stream().sorted().toList();
  }
}
