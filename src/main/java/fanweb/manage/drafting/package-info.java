/** Writes the scripts that a change of entities needs, from what the scripts there are make. */
@NullMarked
package fanweb.manage.drafting;

import org.jspecify.annotations.NullMarked;
