/**
 * Brings the database to what the code expects, or says in one line why it cannot. In this order,
 * while the persistence provider starts:
 *
 * <ol>
 *   <li>{@link fanweb.platform.migration.DatabaseGate}: is it there, and does it let us in?
 *   <li>{@link fanweb.platform.migration.Durability}: do its commits outlive the process?
 *   <li>{@link fanweb.platform.migration.Migrations}: each feature's scripts in {@code
 *       db/migration/<feature>}, with a history table of its own, in registration order, one node
 *       at a time.
 *   <li>{@link fanweb.platform.migration.SchemaComparison}: are its tables those that the entities
 *       want?
 * </ol>
 */
@NullMarked
package fanweb.platform.migration;

import org.jspecify.annotations.NullMarked;
