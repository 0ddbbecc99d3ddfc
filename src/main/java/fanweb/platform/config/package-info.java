/**
 * Where settings come from: MicroProfile Config in a server, plain files and variables before one
 * starts.
 *
 * <p>What a setting means belongs to the typed class of its feature, not here.
 */
@NullMarked
package fanweb.platform.config;

import org.jspecify.annotations.NullMarked;
