/** Commands on databases of their own. */
@NullMarked
package fanweb.manage.database;

import org.jspecify.annotations.NullMarked;
