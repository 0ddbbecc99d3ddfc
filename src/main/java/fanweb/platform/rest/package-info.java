/**
 * What every resource shares: the two JAX-RS applications, strict reading of JSON, who may use a
 * method, the CSRF check, and the way a failure takes to {@code platform.errors}.
 *
 * <p>No resource of a feature lives here; those are found where they are.
 */
@NullMarked
package fanweb.platform.rest;

import org.jspecify.annotations.NullMarked;
