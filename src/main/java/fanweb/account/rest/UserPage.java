package fanweb.account.rest;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A page of people.
 *
 * @param count how many there are on all pages
 * @param next path and query of the next page, if there is one
 * @param previous path and query of the page before, if there is one
 * @param results those of this page
 */
@JsonbPropertyOrder({"count", "next", "previous", "results"})
public record UserPage(
    @Schema(description = "On all pages.") long count,
    @Schema(format = "uri-reference", description = "Of the next page, if there is one.")
        @Nullable String next,
    @Schema(format = "uri-reference", description = "Of the page before, if there is one.")
        @Nullable String previous,
    List<UserAnswer> results) {}
