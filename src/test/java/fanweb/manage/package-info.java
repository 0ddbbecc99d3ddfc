/** What all commands share. */
@NullMarked
package fanweb.manage;

import org.jspecify.annotations.NullMarked;
