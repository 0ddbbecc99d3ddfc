/**
 * Proofs that nothing acknowledged is lost: clients outside the server note what they sent, what
 * was acknowledged and what they heard, while servers, database, Redis or the lines between them
 * are killed, stopped, cut or crowded; {@link fanweb.system.faults.Checker} compares their notes
 * with the database. A few rounds at each build; the profile {@code faults} runs many.
 */
@NullMarked
package fanweb.system.faults;

import org.jspecify.annotations.NullMarked;
