@NullMarked
package archfixture.good.chat.protocol;

import org.jspecify.annotations.NullMarked;
