@NullMarked
package archfixture.good.chat.jpa;

import org.jspecify.annotations.NullMarked;
