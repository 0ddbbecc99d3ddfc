@NullMarked
package fanweb.account;

import org.jspecify.annotations.NullMarked;
