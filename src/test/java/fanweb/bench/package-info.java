/**
 * Benchmarks: print figures, assert none. Run by the profile {@code bench} only, on the provisioned
 * server and with {@code wsbench}, a load generator in C: {@code ./mvnw verify -Pbench
 * -Dwsbench=/path/to/wsbench}.
 */
@NullMarked
package fanweb.bench;

import org.jspecify.annotations.NullMarked;
