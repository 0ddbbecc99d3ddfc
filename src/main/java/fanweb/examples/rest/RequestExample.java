package fanweb.examples.rest;

import fanweb.platform.QueryParameters;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What a request brings along (T9). */
@Path("request")
@Produces(MediaType.APPLICATION_JSON)
public class RequestExample {
  /** Kept, because jakarta.json.Json looks for it in all jars at each call. */
  private static final JsonProvider JSON = JsonProvider.provider();

  @Context private Request request;
  @Context private UriInfo uri;
  @Context private HttpHeaders headers;

  /** Without a body. */
  @GET
  public JsonObject get() {
    return told("");
  }

  /** With one; needs the CSRF token. */
  @POST
  @Consumes(MediaType.WILDCARD)
  public JsonObject post(byte[] body) {
    return told(new String(body, StandardCharsets.UTF_8));
  }

  private JsonObject told(String body) {
    boolean form =
        headers.getMediaType() != null
            && MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(headers.getMediaType());
    return JSON.createObjectBuilder()
        .add("method", request.getMethod())
        .add("path", uri.getRequestUri().getPath())
        .add("GET", json(QueryParameters.parse(uri.getRequestUri().getRawQuery())))
        .add("POST", json(QueryParameters.parse(form ? body : "")))
        .add("body", body)
        .build();
  }

  private static JsonObject json(Map<String, List<String>> values) {
    JsonObjectBuilder object = JSON.createObjectBuilder();
    values.forEach((name, list) -> object.add(name, JSON.createArrayBuilder(list)));
    return object.build();
  }
}
