/**
 * The platform's published API: all that a feature may use of it. Settings, views and what a
 * feature tells the platform about itself.
 *
 * <p>Keep it tiny: what serves one package of the platform only lives in that package.
 */
@NullMarked
package fanweb.platform;

import org.jspecify.annotations.NullMarked;
