package fanweb.account.rest;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
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
    long count, @Nullable String next, @Nullable String previous, List<UserAnswer> results) {}
