package fanweb.account.rest;

import fanweb.listing.Bulk;
import fanweb.listing.Fields;
import fanweb.listing.Listing;
import fanweb.listing.Rows;
import fanweb.platform.QueryParameters;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;

/** The query of a request about many. */
final class Query {
  private final UriInfo uri;
  private final Fields fields;

  Query(UriInfo uri, Fields fields) {
    this.uri = uri;
    this.fields = fields;
  }

  Listing listing() {
    return fields.listing(QueryParameters.parse(uri.getRequestUri().getRawQuery()));
  }

  Bulk bulk() {
    return fields.bulk(QueryParameters.parse(uri.getRequestUri().getRawQuery()));
  }

  /** Where the next page is, if there is one. */
  @Nullable String next(Listing listing, Rows<?> rows) {
    boolean more = (long) listing.page() * listing.size() < rows.count();
    return more ? page(listing.page() + 1) : null;
  }

  /** Where the page before is, if there is one. */
  @Nullable String previous(Listing listing) {
    return listing.page() > 1 ? page(listing.page() - 1) : null;
  }

  private String page(int number) {
    String query =
        UriBuilder.fromUri(uri.getRequestUri())
            .replaceQueryParam("page", number)
            .build()
            .getRawQuery();
    return uri.getRequestUri().getRawPath() + "?" + query;
  }
}
