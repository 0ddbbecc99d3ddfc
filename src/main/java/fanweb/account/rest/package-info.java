/** People and roles as JSON: {@code /api/users} and {@code /api/roles}. */
@NullMarked
package fanweb.account.rest;

import org.jspecify.annotations.NullMarked;
