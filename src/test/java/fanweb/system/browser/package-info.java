/** What people see and do, in Chromium. */
@NullMarked
package fanweb.system.browser;

import org.jspecify.annotations.NullMarked;
