/**
 * The tutorial's requests and answers, each as a resource of its own in {@code rest}, and the page
 * that shows them working in {@code page}.
 *
 * <p>Nothing of the product depends on it: a site may leave this feature out.
 */
@NullMarked
package fanweb.examples;

import org.jspecify.annotations.NullMarked;
