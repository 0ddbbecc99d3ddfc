package fanweb.examples.rest;

import fanweb.platform.CsrfExempt;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON as the answer (T11) and as the request (T12). */
@Path("json")
@Produces(MediaType.APPLICATION_JSON)
public class JsonExample {
  /** Kept, because jakarta.json.Json looks for it in all jars at each call. */
  private static final JsonProvider JSON = JsonProvider.provider();

  /** A text, which is JSON too; an object when asked for. */
  @GET
  public JsonValue get(@QueryParam("as") @Nullable String as) {
    JsonValue text = JSON.createValue("返回成功");
    return "object".equals(as) ? JSON.createObjectBuilder().add("message", text).build() : text;
  }

  /** The first person of a list. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @CsrfExempt("stores nothing and knows nobody")
  public Answer post(People people) {
    return new Answer("返回成功", people.data().get(0).name());
  }

  /** What is sent. */
  public record People(
      @NotNull(message = "is missing") String id,
      @NotEmpty(message = "must hold at least one person") List<@Valid Person> data) {}

  /** One of them. */
  public record Person(
      @NotNull(message = "is missing") String name, int age, String address, String gender) {}

  /** What comes back. */
  public record Answer(String message, String name) {}
}
