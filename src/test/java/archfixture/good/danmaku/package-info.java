@NullMarked
package archfixture.good.danmaku;

import org.jspecify.annotations.NullMarked;
