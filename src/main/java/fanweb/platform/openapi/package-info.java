/**
 * The document of the JSON API at {@code /openapi}. It is made of the resources when the project is
 * built, in {@code platform.openapi.build}, and only served here.
 */
@NullMarked
package fanweb.platform.openapi;

import org.jspecify.annotations.NullMarked;
