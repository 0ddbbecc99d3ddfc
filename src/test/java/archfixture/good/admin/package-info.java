@NullMarked
package archfixture.good.admin;

import org.jspecify.annotations.NullMarked;
