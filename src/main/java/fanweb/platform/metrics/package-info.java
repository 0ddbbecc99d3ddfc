/**
 * The registry of metrics and its exposition to Prometheus. What is counted belongs to the feature
 * that counts.
 */
@NullMarked
package fanweb.platform.metrics;

import org.jspecify.annotations.NullMarked;
