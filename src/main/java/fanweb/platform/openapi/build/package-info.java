/**
 * Completes the document of the JSON API with what the code says but annotations would have to say
 * again: who may call, what can be refused, what lists can be asked for. Runs within the build
 * alone and is in no WAR.
 */
@NullMarked
package fanweb.platform.openapi.build;

import org.jspecify.annotations.NullMarked;
