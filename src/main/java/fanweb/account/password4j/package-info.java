/** Hashes passwords with Argon2id by the library Password4j. */
@NullMarked
package fanweb.account.password4j;

import org.jspecify.annotations.NullMarked;
