/** The command line in one process. */
@NullMarked
package fanweb.manage;

import org.jspecify.annotations.NullMarked;
