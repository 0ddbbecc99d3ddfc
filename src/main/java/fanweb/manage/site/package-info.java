/** The server, its settings, and whether a site can be reached as it should. */
@NullMarked
package fanweb.manage.site;

import org.jspecify.annotations.NullMarked;
