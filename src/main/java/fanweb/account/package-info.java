/**
 * People, their roles with what those allow, their tokens and passwords.
 *
 * <p>Pure; adapters in {@code account.jpa} (database), {@code account.rest} (JSON) and {@code
 * account.password4j} (hashing). No password and no hash leaves this feature.
 */
@NullMarked
package fanweb.account;

import org.jspecify.annotations.NullMarked;
