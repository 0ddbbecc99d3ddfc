package fanweb.examples.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Sends the browser to another address (T10). */
@Path("redirect")
public class RedirectExample {
  /** Always the same one: an address from the request would be an open redirect. */
  @GET
  public Response redirect() {
    return Response.status(Response.Status.FOUND)
        .location(URI.create("https://www.baidu.com"))
        .build();
  }
}
