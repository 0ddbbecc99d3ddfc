@NullMarked
package archfixture.good.platform.wiring;

import org.jspecify.annotations.NullMarked;
