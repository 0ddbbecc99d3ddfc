/**
 * Signing in in the database, by plain SQL: what every request asks for, and what is written
 * together with it. People and roles as records are in {@code account.jpa}.
 */
@NullMarked
package fanweb.account.jdbc;

import org.jspecify.annotations.NullMarked;
