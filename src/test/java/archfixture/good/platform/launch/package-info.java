@NullMarked
package archfixture.good.platform.launch;

import org.jspecify.annotations.NullMarked;
