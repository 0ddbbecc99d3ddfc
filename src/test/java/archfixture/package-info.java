/**
 * Classes that {@code ArchitectureTest} must find fault with: each package mirrors {@code fanweb}'s
 * and breaks the one rule it is named after; {@code good} breaks none.
 */
package archfixture;
