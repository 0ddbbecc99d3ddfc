@NullMarked
package archfixture.good.channel;

import org.jspecify.annotations.NullMarked;
