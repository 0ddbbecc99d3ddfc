/** People without a server: the first administrator, passwords, tokens and sessions. */
@NullMarked
package fanweb.manage.people;

import org.jspecify.annotations.NullMarked;
