/**
 * Tests of the whole: the WAR that is shipped, on the server that is provisioned, seen from
 * outside.
 */
@NullMarked
package fanweb.system;

import org.jspecify.annotations.NullMarked;
