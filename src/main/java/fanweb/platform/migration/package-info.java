/**
 * Brings the database to what the code expects, before the persistence provider compares the two:
 * each feature's scripts in {@code db/migration/<feature>}, with a history table of its own, in
 * registration order.
 */
@NullMarked
package fanweb.platform.migration;

import org.jspecify.annotations.NullMarked;
