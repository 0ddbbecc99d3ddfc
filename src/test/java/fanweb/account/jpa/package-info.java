/** People, roles and tokens on real databases, without a server. */
@NullMarked
package fanweb.account.jpa;

import org.jspecify.annotations.NullMarked;
