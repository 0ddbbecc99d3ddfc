package fanweb.account.page;

import fanweb.account.AccountPolicy;
import fanweb.account.Identity;
import fanweb.account.KnownPermissions;
import fanweb.account.Token;
import fanweb.account.TokenDesk;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the page of one's own account shows of one's tokens. */
@Dependent
final class TokensView {
  private final TokenDesk desk;
  private final KnownPermissions known;

  @Inject
  TokensView(TokenDesk desk, KnownPermissions known) {
    this.desk = desk;
    this.known = known;
  }

  /**
   * As the page's model.
   *
   * @param form as it was sent, to be shown again
   * @param made one that was just made, whose secret is shown this once
   */
  Map<String, Object> model(Identity who, Form form, Token.@Nullable Made made, Instant now) {
    List<String> chosen = form.all("scopes");
    Map<String, Boolean> scopes = new LinkedHashMap<>();
    known.codes().stream()
        .filter(who::may)
        .sorted()
        .forEach(code -> scopes.put(code, made == null && chosen.contains(code)));
    Map<String, Object> model = new HashMap<>();
    model.put("tokens", desk.list(who).stream().map(one -> TokenItem.of(one, now)).toList());
    model.put("scopes", who.may(AccountPolicy.ADD_TOKENS) ? scopes : Map.of());
    model.put("label", made == null ? form.text("label") : "");
    model.put("days", TokenForm.days(form));
    if (made != null) {
      model.put("made", made);
    }
    return model;
  }
}
