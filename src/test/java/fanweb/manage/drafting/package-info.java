/** Scripts for entities that are only here. */
@NullMarked
package fanweb.manage.drafting;

import org.jspecify.annotations.NullMarked;
