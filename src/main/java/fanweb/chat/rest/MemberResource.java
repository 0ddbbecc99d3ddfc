package fanweb.chat.rest;

import fanweb.account.Identities;
import fanweb.account.Identity;
import fanweb.channel.GroupName;
import fanweb.chat.Author;
import fanweb.chat.ChatEvent;
import fanweb.chat.Rank;
import fanweb.chat.Refusal;
import fanweb.platform.OpenToGuests;
import fanweb.platform.RefusedException;
import fanweb.platform.RefusedException.Reason;
import jakarta.annotation.security.PermitAll;
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
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who is what in a group, by the ids of authors. Only users can be something. */
@Path("groups/{group}/members")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "members", description = "Who is member, moderator or owner of a group")
@APIResponse(responseCode = "401", description = "A token that is nobody's, or none")
@APIResponse(responseCode = "403", description = "Not allowed to you in this group")
@APIResponse(responseCode = "503", description = "The database does not answer just now")
public class MemberResource {
  private static final Pattern USER = Pattern.compile(NewGroup.USER);

  @Inject private Groups groups;
  @Inject private Submissions submissions;
  @Inject private Callers callers;
  @Inject private Identities identities;
  @Context private HttpServletRequest request;

  /** Lists them. */
  @GET
  @PermitAll
  @Operation(summary = "Lists them", description = "To whoever may read in the group.")
  @APIResponseSchema(value = MemberList.class, responseDescription = "Who is something there")
  public MemberList list(@PathParam("group") String group) {
    return groups.read(
        Groups.named(group), callers.of(request), view -> MemberList.of(view.ranks()));
  }

  /** Makes somebody something, in place of what they were. */
  @PUT
  @Path("{author}")
  @OpenToGuests
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Makes somebody a member, moderator or the owner",
      description =
          "Moderators make members; the owner appoints moderators, and can hand the group over.")
  @APIResponseSchema(value = StoredAnswer.class, responseDescription = "Done")
  @APIResponse(responseCode = "409", description = "The owner cannot be made less")
  @APIResponse(responseCode = "429", description = "Too fast")
  public StoredAnswer put(
      @PathParam("group") String group, @PathParam("author") String author, NewRank rank) {
    Identity caller = callers.signedIn(request);
    if (!USER.matcher(author).matches() && !identities.isClaimed(author)) {
      throw new RefusedException(
          Reason.INVALID, "Only users can be something in a group: this is no user's id");
    }
    return change(
        caller, Groups.named(group), author, Rank.valueOf(rank.rank().toUpperCase(Locale.ROOT)));
  }

  /** Takes somebody out; anybody themselves. */
  @DELETE
  @Path("{author}")
  @OpenToGuests
  @Operation(
      summary = "Takes somebody out",
      description = "Anybody themselves, but for the owner, who has to hand the group over first.")
  @APIResponseSchema(
      value = StoredAnswer.class,
      responseCode = "200",
      responseDescription = "They are nothing there any more")
  @APIResponse(responseCode = "404", description = "They are nothing there")
  @APIResponse(responseCode = "409", description = "The owner cannot go")
  @APIResponse(responseCode = "429", description = "Too fast")
  public StoredAnswer remove(@PathParam("group") String group, @PathParam("author") String author) {
    GroupName name = Groups.named(group);
    Identity caller = callers.signedIn(request);
    boolean known = groups.read(name, caller, view -> view.ranks().containsKey(author));
    if (!known) {
      throw new RefusedException(
          Reason.MISSING, "This author is nothing here", Refusal.NOT_FOUND.code(), 0);
    }
    return change(caller, name, author, null);
  }

  private StoredAnswer change(
      Identity caller, GroupName group, String author, @Nullable Rank rank) {
    return submissions.submit(
        group,
        caller,
        null,
        at -> new ChatEvent.MemberChanged(at, Author.of(caller, ""), author, rank));
  }
}
