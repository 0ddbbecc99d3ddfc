package fanweb.examples.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** Text as the answer (T5). */
@Path("greeting")
public class GreetingExample {
  /** The whole page. */
  @GET
  @Produces("text/html;charset=utf-8")
  public String greet() {
    return "欢迎使用";
  }
}
