/**
 * Which rows, in what order, how many: the words of a query as Django knows them ({@code
 * age__gte=18&ordering=-age&page=2}) and what they mean, for every list of the project.
 *
 * <p>Pure: neither HTTP nor a database is known here.
 */
@NullMarked
package fanweb.listing;

import org.jspecify.annotations.NullMarked;
