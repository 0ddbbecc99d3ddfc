package fanweb.account.page;

import fanweb.account.GuestToken;
import fanweb.account.Secret;
import fanweb.account.Secret.Kind;
import fanweb.account.SignUp;
import fanweb.platform.Cookies;
import fanweb.platform.Fault;
import fanweb.platform.RefusedException;
import fanweb.platform.RefusedException.Reason;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A form as it was sent.
 *
 * @param request with the form's fields as parameters
 */
record Form(HttpServletRequest request) {
  /** What was typed into a field; empty for nothing. */
  String text(String field) {
    String value = request.getParameter(field);
    return value == null ? "" : value;
  }

  /** All that was chosen of several; empty for nothing. */
  List<String> all(String field) {
    String[] values = request.getParameterValues(field);
    return values == null ? List.of() : List.of(values);
  }

  /**
   * The number of a thing that a form is about.
   *
   * @throws RefusedException when it is none
   */
  long number(String field) {
    try {
      return Long.parseLong(text(field));
    } catch (NumberFormatException e) {
      throw new RefusedException(Reason.INVALID, field + " must be the number of one of yours");
    }
  }

  /** Whether a box is ticked. */
  boolean isTicked(String field) {
    return !text(field).isEmpty();
  }

  /**
   * Demands that something was typed.
   *
   * @throws RefusedException with a fault for each field that is empty
   */
  void demand(String... fields) {
    List<Fault> missing =
        Stream.of(fields)
            .filter(field -> text(field).isEmpty())
            .map(field -> Fault.inBody("/" + field, "is missing"))
            .toList();
    if (!missing.isEmpty()) {
      throw RefusedException.invalid(missing);
    }
  }

  /** Those who want an account. */
  SignUp signUp() {
    return new SignUp(text("login"), text("name"), text("password"));
  }

  /** The secret of a link that works once. */
  Optional<Secret> link() {
    return Secret.parse(Kind.LINK, text("link"));
  }

  /** The guest that this browser was: the room's script knows, else the cookie of the API. */
  Optional<GuestToken> guest() {
    return GuestToken.parse(text("guest"))
        .or(() -> Cookies.value(request, GuestToken.COOKIE).flatMap(GuestToken::parse));
  }
}
