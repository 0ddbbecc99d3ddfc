/**
 * The examples that are requests and answers. Each class is shown on the page as it stands here,
 * from its first annotation to its last brace, so it holds nothing but the example.
 */
@NullMarked
package fanweb.examples.rest;

import org.jspecify.annotations.NullMarked;
