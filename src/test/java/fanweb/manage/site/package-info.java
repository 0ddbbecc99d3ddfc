/** The server as a command, and a site as strangers see it. */
@NullMarked
package fanweb.manage.site;

import org.jspecify.annotations.NullMarked;
