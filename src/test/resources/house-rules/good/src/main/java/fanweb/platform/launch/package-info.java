/** Where the console may be written to. */
package fanweb.platform.launch;
