@NullMarked
package archfixture.good.chat.ws;

import org.jspecify.annotations.NullMarked;
