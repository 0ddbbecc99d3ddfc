/** Files that each break the one rule they are named after. Never compiled. */
package bad;
