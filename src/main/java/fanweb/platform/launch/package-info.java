/**
 * What happens once around the start: the greeting for whoever started the server, and stopping
 * together with Maven.
 */
@NullMarked
package fanweb.platform.launch;

import org.jspecify.annotations.NullMarked;
