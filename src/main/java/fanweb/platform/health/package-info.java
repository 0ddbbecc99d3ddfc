/**
 * Whether this node lives and whether it can work, in the JSON of MicroProfile Health.
 *
 * <p>What a feature needs in order to work is its own {@link fanweb.platform.ReadinessCheck}, not a
 * class in here.
 */
@NullMarked
package fanweb.platform.health;

import org.jspecify.annotations.NullMarked;
