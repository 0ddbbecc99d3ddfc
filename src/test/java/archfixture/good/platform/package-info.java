@NullMarked
package archfixture.good.platform;

import org.jspecify.annotations.NullMarked;
