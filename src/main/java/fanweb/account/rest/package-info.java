/**
 * People, roles and tokens as JSON: {@code /api/users}, {@code /api/roles}, {@code /api/tokens}.
 */
@NullMarked
package fanweb.account.rest;

import org.jspecify.annotations.NullMarked;
