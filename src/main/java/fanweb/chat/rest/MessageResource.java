package fanweb.chat.rest;

import fanweb.account.Identity;
import fanweb.channel.GroupName;
import fanweb.chat.Author;
import fanweb.chat.ChatEvent;
import fanweb.chat.JournalEntry;
import fanweb.chat.Refusal;
import fanweb.chat.protocol.JsonPage;
import fanweb.platform.OneLineText;
import fanweb.platform.OpenToGuests;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * What happens in a group, in its order. Waiting for what is not there yet, and following as
 * server-sent events, are {@link FollowFilter}'s, before a request comes here.
 */
@Path("groups/{group}/messages")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "messages", description = "What happens in a group")
@APIResponse(responseCode = "401", description = "A token that is nobody's, or none")
@APIResponse(
    responseCode = "403",
    description = "Not allowed to you in this group; `code` says why")
@APIResponse(
    responseCode = "503",
    description = "The database does not answer just now, or too much is asked of it")
public class MessageResource {
  @Inject private Groups groups;
  @Inject private Submissions submissions;
  @Inject private Callers callers;
  @Inject private AddressGate gate;
  @Inject private Turns turns;
  @Context private UriInfo uri;
  @Context private HttpServletRequest request;
  @Context private HttpServletResponse response;

  /** Tells a part of what happened. */
  @GET
  @PermitAll
  @Operation(
      summary = "Tells a part of what happened, or waits for what comes next",
      description =
          "With `after`: what followed, oldest first; go on until the last offset is `head`. With"
              + " `before`, or with neither: the latest before it, oldest first; go on until the"
              + " first offset is `floor` + 1. With `q`: the latest messages that contain it, latest"
              + " first. A page may be shorter than `limit`. `recovered` is false, and the page is"
              + " empty, when not all that came after `after` can be told: the stream is another one"
              + " (`epoch`), or has not come so far, or what followed is no longer kept. Start again"
              + " from the latest page then.\n\nAsked for as `text/event-stream` it goes on for ever:"
              + " see the README.")
  @Parameter(
      name = "after",
      in = ParameterIn.QUERY,
      description = "The offset read last.",
      schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "0"))
  @Parameter(
      name = "epoch",
      in = ParameterIn.QUERY,
      description = "The epoch that offset was told with; beside `after` only.",
      schema = @Schema(type = SchemaType.STRING, maxLength = 64))
  @Parameter(
      name = "before",
      in = ParameterIn.QUERY,
      description = "The offset before which the page ends.",
      schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "1"))
  @Parameter(
      name = "q",
      in = ParameterIn.QUERY,
      description = "A text, in any case of letters. Groups that are live only find nothing.",
      schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = MessageQuery.MAX_TEXT))
  @Parameter(
      name = "limit",
      in = ParameterIn.QUERY,
      description = "How many at most.",
      schema =
          @Schema(
              type = SchemaType.INTEGER,
              minimum = "1",
              maximum = "" + MessageQuery.MAX_LIMIT,
              defaultValue = "" + MessageQuery.USUAL_LIMIT))
  @Parameter(
      name = "wait",
      in = ParameterIn.QUERY,
      description = "Seconds to wait when nothing has followed yet; beside `after` only.",
      schema =
          @Schema(
              type = SchemaType.INTEGER,
              minimum = "0",
              maximum = "" + MessageQuery.MAX_WAIT,
              defaultValue = "0"))
  @APIResponse(
      responseCode = "200",
      description = "What happened",
      content = {
        @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "EventPage")),
        @Content(
            mediaType = MediaType.SERVER_SENT_EVENTS,
            schema = @Schema(type = SchemaType.STRING))
      })
  @APIResponse(
      responseCode = "429",
      description = "As many requests of your address wait, or follow, as may")
  public Response list(@PathParam("group") String group) {
    GroupName name = Groups.named(group);
    MessageQuery query =
        MessageQuery.parse(uri.getRequestUri().getRawQuery(), MessageQuery.OF_PAGE);
    Supplier<JsonPage> reading =
        () ->
            groups.read(name, callers.of(request), view -> new EventPages(name, view).page(query));
    JsonPage page = query.text() == null ? reading.get() : turns.search(reading);
    return Response.ok(new JsonText(page.text())).build();
  }

  /** Says something. */
  @POST
  @PermitAll
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Says something",
      description =
          "Stored when it is answered. Sent again with the same `Idempotency-Key` by the same author"
              + " it is said once. Whoever does not say who they are becomes a new guest and gets the"
              + " cookie.")
  @APIResponseSchema(value = StoredAnswer.class, responseCode = "201", responseDescription = "Said")
  @APIResponse(
      responseCode = "200",
      description = "It had been said before, under the same key",
      content = @Content(schema = @Schema(implementation = StoredAnswer.class)))
  @APIResponse(responseCode = "409", description = "The key was used with another text")
  @APIResponse(responseCode = "413", description = "The text is too long, or the body over 1 MiB")
  @APIResponse(responseCode = "429", description = "Too fast, or the group's slow mode")
  public Response post(
      @PathParam("group") String group,
      @Parameter(description = "Names this message among all of its author's in the group.")
          @HeaderParam("Idempotency-Key")
          @Nullable String key,
      NewMessage message) {
    GroupName name = Groups.named(group);
    Identity caller = callers.orNewGuest(request, response);
    String author = OneLineText.normal(message.name() == null ? "" : message.name());
    StoredAnswer stored =
        submit(
            name,
            caller,
            key,
            at -> ChatEvent.Message.written(at, Author.of(caller, author), message.text()));
    return stored.repeated()
        ? Response.ok(stored).build()
        : Response.created(
                uri.getAbsolutePathBuilder().path(Long.toString(stored.offset())).build())
            .entity(stored)
            .build();
  }

  /** Tells one event. */
  @GET
  @Path("{offset}")
  @PermitAll
  @Operation(summary = "Tells one event")
  @APIResponse(
      responseCode = "200",
      description = "The event",
      content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "Event")))
  public Response get(@PathParam("group") String group, @PathParam("offset") long offset) {
    GroupName name = Groups.named(group);
    List<JournalEntry> found =
        groups.read(name, callers.of(request), view -> view.before(offset + 1, 1));
    return found.stream()
        .filter(entry -> entry.offset() == offset)
        .map(entry -> Response.ok(new JsonText(JsonPage.event(name, entry))).build())
        .findFirst()
        .orElseThrow(() -> Problems.of(Refusal.NOT_FOUND));
  }

  /** Changes what one said. */
  @PATCH
  @Path("{offset}")
  @OpenToGuests
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  @Operation(summary = "Changes what you said")
  @APIResponseSchema(value = StoredAnswer.class, responseDescription = "Changed")
  @APIResponse(responseCode = "413", description = "The text is too long, or the body over 1 MiB")
  @APIResponse(responseCode = "429", description = "Too fast")
  public StoredAnswer edit(
      @PathParam("group") String group, @PathParam("offset") long offset, NewText text) {
    Identity caller = callers.known(request);
    String author = OneLineText.normal(text.name() == null ? "" : text.name());
    return submit(
        Groups.named(group),
        caller,
        null,
        at -> new ChatEvent.Edited(at, Author.of(caller, author), offset, text.text()));
  }

  /** Deletes what one said; a moderator what anybody said. */
  @DELETE
  @Path("{offset}")
  @OpenToGuests
  @Operation(
      summary = "Deletes what you said",
      description = "Its text is erased. With the token of the API, what anybody said.")
  @APIResponseSchema(
      value = StoredAnswer.class,
      responseCode = "200",
      responseDescription = "Deleted")
  @APIResponse(responseCode = "429", description = "Too fast")
  public StoredAnswer delete(@PathParam("group") String group, @PathParam("offset") long offset) {
    Identity caller = callers.known(request);
    return submit(
        Groups.named(group),
        caller,
        null,
        at -> new ChatEvent.Deleted(at, Author.of(caller, ""), offset));
  }

  private StoredAnswer submit(
      GroupName group, Identity caller, @Nullable String key, Function<Instant, ChatEvent> event) {
    gate.speak(request);
    return submissions.submit(group, caller, key, event);
  }
}
