package fanweb.chat.rest;

import fanweb.account.Identity;
import fanweb.channel.GroupName;
import fanweb.chat.Author;
import fanweb.chat.ChatEvent;
import fanweb.chat.Refusal;
import fanweb.chat.Restriction;
import fanweb.chat.Restriction.Kind;
import fanweb.platform.Fault;
import fanweb.platform.OpenToGuests;
import fanweb.platform.RefusedException;
import fanweb.platform.RefusedException.Reason;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Whom moderators keep from writing, or from a group, by the ids of authors. */
@Path("groups/{group}/restrictions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "restrictions", description = "Whom moderators keep from writing, or from a group")
@APIResponse(responseCode = "401", description = "You are not signed in")
@APIResponse(responseCode = "403", description = "You are not a moderator there")
@APIResponse(responseCode = "503", description = "The database does not answer just now")
public class RestrictionResource {
  private static final Pattern AUTHOR = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  @Inject private Groups groups;
  @Inject private Submissions submissions;
  @Inject private Callers callers;
  @Context private HttpServletRequest request;

  /** Lists what holds now. */
  @GET
  @OpenToGuests
  @Operation(summary = "Lists what holds now")
  @APIResponseSchema(value = RestrictionList.class, responseDescription = "What holds")
  public RestrictionList list(@PathParam("group") String group) {
    return RestrictionList.of(restrictions(Groups.named(group), callers.signedIn(request)));
  }

  /** Restricts somebody, in place of what restricted them before. */
  @PUT
  @OpenToGuests
  @Path("{author}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Restricts somebody, in place of what restricted them before")
  @APIResponseSchema(value = StoredAnswer.class, responseDescription = "Restricted")
  @APIResponse(responseCode = "429", description = "Too fast")
  public StoredAnswer put(
      @PathParam("group") String group,
      @PathParam("author") String author,
      NewRestriction restriction) {
    Kind kind = Kind.valueOf(restriction.kind().toUpperCase(Locale.ROOT));
    return moderate(group, new Restriction(known(author), kind, until(restriction.until())));
  }

  /** Lifts what restricts somebody. */
  @DELETE
  @OpenToGuests
  @Path("{author}")
  @Operation(summary = "Lifts what restricts somebody")
  @APIResponseSchema(
      value = StoredAnswer.class,
      responseCode = "200",
      responseDescription = "Lifted")
  @APIResponse(responseCode = "404", description = "Nothing restricts this author")
  @APIResponse(responseCode = "429", description = "Too fast")
  public StoredAnswer lift(@PathParam("group") String group, @PathParam("author") String author) {
    String subject = known(author);
    boolean restricted =
        restrictions(Groups.named(group), callers.signedIn(request)).stream()
            .anyMatch(one -> one.subject().equals(subject));
    if (!restricted) {
      throw new RefusedException(
          Reason.MISSING, "Nothing restricts this author here", Refusal.NOT_FOUND.code(), 0);
    }
    return moderate(group, new Restriction(subject, Kind.LIFT, null));
  }

  private List<Restriction> restrictions(GroupName group, Identity caller) {
    return groups.look(
        group,
        view -> {
          if (!view.isModeratedBy(caller)) {
            throw Problems.of(Refusal.NOT_ALLOWED);
          }
          return view.restrictions();
        });
  }

  private StoredAnswer moderate(String group, Restriction restriction) {
    GroupName name = Groups.named(group);
    Identity caller = callers.signedIn(request);
    return submissions.submit(
        name, caller, null, at -> new ChatEvent.Moderated(at, Author.of(caller, ""), restriction));
  }

  private static String known(String author) {
    if (!AUTHOR.matcher(author).matches()) {
      throw new RefusedException(
          Reason.INVALID, "An author's id has 1 to 64 letters, digits, _ or -");
    }
    return author;
  }

  private static @Nullable Instant until(@Nullable String time) {
    try {
      return time == null ? null : Instant.parse(time).truncatedTo(ChronoUnit.MILLIS);
    } catch (DateTimeException e) {
      throw RefusedException.invalid(Fault.inBody("/until", NewRestriction.TIME_RULE));
    }
  }
}
