package fanweb.account.jpa;

import fanweb.account.AccountChange;
import fanweb.account.ChangeListener;
import fanweb.account.Grants;
import fanweb.account.Permissions;
import fanweb.account.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;

/** What people may do, from the database; of guests a copy, made anew when roles have changed. */
@ApplicationScoped
@Transactional
public class JpaGrants implements Grants, ChangeListener {
  /** Set by the container where there is one. */
  @PersistenceContext EntityManager entities;

  private volatile Permissions guests = Permissions.NONE;

  /** Made by CDI, which then sets the entity manager. */
  @SuppressWarnings("NullAway.Init") // because the container sets them
  JpaGrants() {}

  /** Grants where there is no container. */
  public JpaGrants(EntityManager entities) {
    this.entities = entities;
  }

  void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
    renew();
  }

  @Override
  public void changed(AccountChange change) {
    if (change instanceof AccountChange.RolesChanged) {
      renew();
    }
  }

  @Override
  public void renew() {
    guests = ofRoles(List.of(Role.GUEST));
  }

  @Override
  public Permissions ofUser(long userId) {
    return new Held(entities).byUser(userId);
  }

  @Override
  public Permissions ofRoles(Collection<String> codes) {
    return new Held(entities).byCodes(codes);
  }

  @Override
  @Transactional(Transactional.TxType.SUPPORTS)
  public Permissions ofGuests() {
    return guests;
  }
}
