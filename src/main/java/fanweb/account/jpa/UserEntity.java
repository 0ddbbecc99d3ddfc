package fanweb.account.jpa;

import fanweb.account.Identity;
import fanweb.account.User;
import fanweb.account.UserDraft;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/** A person. */
@Entity
@Table(name = "account_userinfo")
class UserEntity {
  /**
   * H2 counts characters outside the basic plane twice, so columns are twice as wide as the rule.
   */
  private static final int WIDEST_NAME = 64;

  private static final int WIDEST_LOGIN = 128;
  private static final int PAGE = 100;

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private long id;

  @Version
  @Column(nullable = false)
  private int version;

  @Column(nullable = false, length = WIDEST_NAME)
  private String name;

  @Column(name = "password", nullable = false)
  private String passwordHash;

  @Column(unique = true, length = WIDEST_LOGIN)
  private @Nullable String login;

  @Column(nullable = false)
  private int age;

  @Column private @Nullable Integer data;

  @Column(nullable = false)
  private boolean active;

  /** That of the guest who they were; signing up alone writes it. */
  @Column(name = "author_id", unique = true, length = WIDEST_NAME, updatable = false)
  private @Nullable String claimed;

  @ManyToMany
  @JoinTable(
      name = "account_userinfo_role",
      joinColumns = @JoinColumn(name = "userinfo_id"),
      inverseJoinColumns = @JoinColumn(name = "role_id"))
  @BatchSize(size = PAGE)
  private Set<RoleEntity> roles = new HashSet<>();

  /** For the persistence provider, which fills the fields itself. */
  @SuppressWarnings("NullAway.Init") // because the provider sets them
  protected UserEntity() {}

  @SuppressWarnings("NullAway.Init") // because accept sets them
  UserEntity(UserDraft draft, Set<RoleEntity> roles) {
    accept(draft, roles);
  }

  final void accept(UserDraft draft, Set<RoleEntity> chosen) {
    name = draft.name();
    passwordHash = draft.passwordHash();
    login = draft.login().orElse(null);
    age = draft.age();
    data = draft.data().isPresent() ? draft.data().getAsInt() : null;
    active = draft.active();
    if (!roles.equals(chosen)) {
      roles = new HashSet<>(chosen);
    }
  }

  long id() {
    return id;
  }

  /** Their author's id in groups. */
  String author() {
    return claimed == null ? Identity.authorOf(id) : claimed;
  }

  UserDraft toDraft() {
    return new UserDraft(
        name, passwordHash, Optional.ofNullable(login), age, dataOrNone(), roleCodes(), active);
  }

  User toUser() {
    return new User(
        id, version, name, Optional.ofNullable(login), age, dataOrNone(), roleCodes(), active);
  }

  private OptionalInt dataOrNone() {
    return data == null ? OptionalInt.empty() : OptionalInt.of(data);
  }

  private List<String> roleCodes() {
    return roles.stream().map(RoleEntity::code).sorted().toList();
  }
}
