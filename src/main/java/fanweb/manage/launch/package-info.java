/**
 * Where the process begins: finds out which command is meant, runs it, and tells how it went. Sees
 * all commands; none of them sees it.
 */
@NullMarked
package fanweb.manage.launch;

import org.jspecify.annotations.NullMarked;
