@NullMarked
package fanweb.account.rest;

import org.jspecify.annotations.NullMarked;
