/** Files that break no rule. Never compiled. */
package good;
