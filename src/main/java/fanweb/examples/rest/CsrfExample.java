package fanweb.examples.rest;

import fanweb.platform.CsrfTokens;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/** A request that nobody else can make in your name (T13). */
@Path("csrf")
@Produces(MediaType.APPLICATION_JSON)
public class CsrfExample {
  @Inject private CsrfTokens tokens;

  /** A token to send along, and the cookie that it goes with. */
  @GET
  public Token token(@Context HttpServletRequest request, @Context HttpServletResponse response) {
    return new Token(tokens.issue(request, response));
  }

  /** Reached with a token only. */
  @POST
  public Answer post() {
    return new Answer("返回成功");
  }

  /** What comes with the page. */
  public record Token(String csrfToken) {}

  /** What comes back. */
  public record Answer(String message) {}
}
