@NullMarked
package archfixture.good.account;

import org.jspecify.annotations.NullMarked;
