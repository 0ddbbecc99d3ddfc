/**
 * What surrounds every request: its id, the security headers, the check against forged requests,
 * the last catch of what nobody else caught.
 */
@NullMarked
package fanweb.platform.security;

import org.jspecify.annotations.NullMarked;
