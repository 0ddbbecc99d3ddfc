@NullMarked
package fanweb.listing;

import org.jspecify.annotations.NullMarked;
