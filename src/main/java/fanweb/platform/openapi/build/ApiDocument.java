package fanweb.platform.openapi.build;

import static org.eclipse.microprofile.openapi.OASFactory.createParameter;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;
import static org.eclipse.microprofile.openapi.OASFactory.createSecurityRequirement;

import fanweb.platform.rest.Access;
import java.util.List;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;

/** Completes the document that was made of the annotations. Called by the build. */
public final class ApiDocument implements OASFilter {
  @Override
  public void filterOpenAPI(OpenAPI document) {
    RecordSchemas schemas = new RecordSchemas(document.getComponents());
    document
        .getPaths()
        .getPathItems()
        .forEach(
            (path, item) ->
                new TreeMap<>(item.getOperations())
                    .forEach((verb, operation) -> complete(operation, schemas)));
    schemas.removeUnused();
  }

  private static void complete(Operation operation, RecordSchemas schemas) {
    Handler handler = Handler.of(operation.getOperationId());
    // As in users_updateAll: what a generated client calls it.
    operation.setOperationId(handler.collection() + "_" + handler.method().getName());
    operation.setSecurity(securityOf(handler.access()));
    parametersOf(handler).forEach(operation::addParameter);
    new Answers(handler).complete(operation);
    handler.answer().ifPresent(schemas::ofAnswer);
    handler.body().ifPresent(body -> completeBody(operation, body, handler, schemas));
  }

  /** For schemes without scopes, OpenAPI 3.1 has the roles here that one needs. */
  private static List<SecurityRequirement> securityOf(Access access) {
    return switch (access.kind()) {
      case EVERYBODY -> List.of();
      case ITSELF -> List.of(by("token"), by("guest"));
      case PERMITTED ->
          List.of(createSecurityRequirement().addScheme("token", access.permission()));
      case NOBODY -> throw new IllegalStateException("an operation that nobody may use");
    };
  }

  private static SecurityRequirement by(String scheme) {
    return createSecurityRequirement().addScheme(scheme);
  }

  private static List<Parameter> parametersOf(Handler handler) {
    if (handler.isConditional()) {
      return List.of(
          condition("If-Match", "Answers 412 unless it has this `ETag`."),
          condition("If-None-Match", "Answers 304 if it has this `ETag`."));
    }
    return handler
        .fields()
        .map(ListParameters::new)
        .map(list -> handler.changesMany() ? list.ofBulk(handler.deletes()) : list.ofListing())
        .orElse(List.of());
  }

  private static Parameter condition(String name, String description) {
    return createParameter()
        .name(name)
        .in(Parameter.In.HEADER)
        .description(description)
        .schema(createSchema().addType(SchemaType.STRING));
  }

  private static void completeBody(
      Operation operation, Class<?> body, Handler handler, RecordSchemas schemas) {
    schemas.ofRequest(body, handler.patches());
    operation
        .getRequestBody()
        .getContent()
        .getMediaTypes()
        .values()
        .forEach(media -> media.setSchema(createSchema().ref(body.getSimpleName())));
  }
}
