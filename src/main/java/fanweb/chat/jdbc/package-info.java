/**
 * The journal in the database, over JDBC: what is said takes this way a few thousand times a
 * second, in batches that no entity manager would make. Scripts: {@code db/migration/chat}.
 */
@NullMarked
package fanweb.chat.jdbc;

import org.jspecify.annotations.NullMarked;
