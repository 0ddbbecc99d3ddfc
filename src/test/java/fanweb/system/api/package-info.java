/** The JSON API as a program uses it, on each database. */
@NullMarked
package fanweb.system.api;

import org.jspecify.annotations.NullMarked;
