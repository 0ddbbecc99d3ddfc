package archfixture.noserverinternals.platform.pages;

import org.jboss.logging.Logger;

record Offender(Logger log) {}
