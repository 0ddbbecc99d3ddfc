package fanweb.account.page;

import fanweb.account.Identity;
import fanweb.account.TokenDesk;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serial;

/** Revokes one of one's own tokens, which the field {@code token} names. */
@WebServlet({"/account/tokens/revoke", "/account/tokens/revoke/"})
public final class TokenEndForm extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  private final transient TokenDesk desk;

  @Inject
  TokenEndForm(TokenDesk desk) {
    this.desk = desk;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    ProfilePage.leadBack(request, response);
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) {
    Identity who = Asker.demand(request);
    long token = new Form(request).number("token");
    ProfilePage.end(() -> desk.revoke(who, token), "revoked", request, response);
  }
}
