package fanweb.account.page;

import fanweb.account.Accounts;
import fanweb.account.OneTimeLink;
import fanweb.account.OneTimeLink.Purpose;
import fanweb.account.Secret;
import fanweb.platform.Refusals;
import fanweb.platform.RefusedException;
import fanweb.platform.RefusedException.Reason;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** The links that work once, as pages are asked for by them. */
@Dependent
final class Links {
  private final Accounts accounts;

  @Inject
  Links(Accounts accounts) {
    this.accounts = accounts;
  }

  /**
   * The link that a form brings.
   *
   * @param secret what it brings
   * @param link what that opens
   */
  record Opened(Secret secret, OneTimeLink link) {}

  /**
   * The link of a form or an address.
   *
   * @throws RefusedException 404 when it is spent, wrong, or for something else
   */
  Opened open(Form form, Purpose purpose) {
    Optional<Secret> secret = form.link();
    return secret
        .flatMap(accounts::link)
        .filter(link -> link.purpose() == purpose)
        .map(link -> new Opened(secret.orElseThrow(), link))
        .orElseThrow(() -> spent(form.request()));
  }

  /** What a refusal means for a form, when the link was not spent in the meantime. */
  static Faults faults(RefusedException refusal, Form form) {
    if (refusal.code().equals("link_spent")) {
      throw spent(form.request());
    }
    return Faults.of(refusal, form::text);
  }

  private static RefusedException spent(HttpServletRequest request) {
    request.setAttribute(Refusals.KIND, "link");
    return new RefusedException(
        Reason.MISSING, "This link is spent, out of date or was never made");
  }
}
