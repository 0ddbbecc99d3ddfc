package fanweb.account.rest;

import fanweb.account.AccountPolicy;
import fanweb.account.Grants;
import fanweb.account.Identity;
import fanweb.account.Permissions;
import fanweb.account.Role;
import fanweb.account.User;
import fanweb.account.UserDraft;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Keeps people from changing those who may more than they, and from giving what they have not. */
@Dependent
final class Authority {
  private final Grants grants;
  private final AccountPolicy policy;

  @Inject
  Authority(Grants grants, AccountPolicy policy) {
    this.grants = grants;
    this.policy = policy;
  }

  /** A new person with roles that somebody may give. */
  UserDraft giving(Identity who, UserDraft draft) {
    policy.demandOwn(who, grants.ofRoles(draft.roles()));
    return draft;
  }

  /** A change that is called while the person is held, so that what they may is as of then. */
  UnaryOperator<UserDraft> changing(Identity who, UnaryOperator<UserDraft> change) {
    return old -> {
      policy.demandRank(who, grants.ofRoles(old.roles()));
      UserDraft draft = change.apply(old);
      if (opensAnotherWay(old, draft)) {
        policy.demandRank(who, allOf(old.roles()));
      }
      List<String> given = new ArrayList<>(draft.roles());
      given.removeAll(old.roles());
      policy.demandOwn(who, grants.ofRoles(given));
      return draft;
    };
  }

  /** Whether somebody else may be able to sign in as them afterwards, or they may not. */
  private static boolean opensAnotherWay(UserDraft old, UserDraft draft) {
    return !draft.passwordHash().equals(old.passwordHash())
        || !draft.login().equals(old.login())
        || draft.active() != old.active();
  }

  /** What they may with what everybody may, which a token perhaps may not. */
  private Permissions allOf(List<String> roles) {
    List<String> all = new ArrayList<>(roles);
    all.addAll(List.of(Role.GUEST, Role.USER));
    return grants.ofRoles(all);
  }

  /** Lets nobody sign those out who may more than they. */
  void over(Identity who, User user) {
    policy.demandRank(who, grants.ofRoles(user.roles()));
  }

  Predicate<User> deleting(Identity who, Predicate<User> expected) {
    return user -> {
      boolean seen = expected.test(user);
      if (seen) {
        policy.demandRank(who, grants.ofRoles(user.roles()));
      }
      return seen;
    };
  }

  /** For several at once. */
  Consumer<Permissions> over(Identity who) {
    return theirs -> policy.demandRank(who, theirs);
  }
}
