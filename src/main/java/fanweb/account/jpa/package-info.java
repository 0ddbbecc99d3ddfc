/**
 * People, roles and tokens in the database, through Jakarta Persistence. Scripts: {@code
 * db/migration/account}.
 */
@NullMarked
package fanweb.account.jpa;

import org.jspecify.annotations.NullMarked;
