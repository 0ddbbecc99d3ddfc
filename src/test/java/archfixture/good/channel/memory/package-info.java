@NullMarked
package archfixture.good.channel.memory;

import org.jspecify.annotations.NullMarked;
