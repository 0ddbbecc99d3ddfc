@NullMarked
package archfixture.good.chat;

import org.jspecify.annotations.NullMarked;
