@NullMarked
package fanweb.platform.rest;

import org.jspecify.annotations.NullMarked;
