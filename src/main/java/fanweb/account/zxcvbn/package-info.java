/** Knows common passwords by the list of the library zxcvbn. */
@NullMarked
package fanweb.account.zxcvbn;

import org.jspecify.annotations.NullMarked;
