/** Accounts in a browser: who asks, by its cookies, and the pages on which people sign in. */
@NullMarked
package fanweb.account.page;

import org.jspecify.annotations.NullMarked;
