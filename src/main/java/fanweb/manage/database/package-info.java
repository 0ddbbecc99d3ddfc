/** The database of a site without its server: migrations, and its content as text. */
@NullMarked
package fanweb.manage.database;

import org.jspecify.annotations.NullMarked;
