/** The command line in one process. */
@NullMarked
package fanweb.manage.launch;

import org.jspecify.annotations.NullMarked;
