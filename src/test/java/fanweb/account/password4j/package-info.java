@NullMarked
package fanweb.account.password4j;

import org.jspecify.annotations.NullMarked;
