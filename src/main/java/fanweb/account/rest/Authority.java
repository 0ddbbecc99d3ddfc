package fanweb.account.rest;

import fanweb.account.AccountPolicy;
import fanweb.account.Grants;
import fanweb.account.Identity;
import fanweb.account.Permissions;
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
      List<String> given = new ArrayList<>(draft.roles());
      given.removeAll(old.roles());
      policy.demandOwn(who, grants.ofRoles(given));
      return draft;
    };
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
