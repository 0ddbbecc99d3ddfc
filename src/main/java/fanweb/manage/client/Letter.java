package fanweb.manage.client;

/**
 * Something to be said.
 *
 * @param number of its line where it is read from, from 1
 * @param key makes saying it again harmless; at most 64 printable ASCII characters
 * @param text what is said; may be empty
 */
record Letter(long number, String key, String text) {}
