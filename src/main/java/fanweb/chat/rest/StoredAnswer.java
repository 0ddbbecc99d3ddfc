package fanweb.chat.rest;

import fanweb.account.Identity;
import fanweb.chat.Outcome;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of something that was said or changed: an event in the group's stream.
 *
 * @param offset its place there
 * @param epoch which life of the stream
 * @param author whose doing it is
 * @param repeated whether it had been stored before, under the same key
 */
@JsonbPropertyOrder({"offset", "epoch", "author", "repeated"})
public record StoredAnswer(
    @Schema(description = "Its place in the group's stream.") long offset,
    @Schema(description = "Which life of the stream.") String epoch,
    @Schema(description = "The id of its author, you.") String author,
    @Schema(description = "Whether it had been stored before, under the same key.")
        boolean repeated) {
  static StoredAnswer of(Outcome.Stored stored, Identity caller) {
    return new StoredAnswer(
        stored.position().offset(), stored.position().epoch(), caller.author(), stored.repeated());
  }
}
