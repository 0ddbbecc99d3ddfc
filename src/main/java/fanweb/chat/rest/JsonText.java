package fanweb.chat.rest;

/**
 * An answer that is JSON text already.
 *
 * @param text all of it
 */
record JsonText(String text) {}
