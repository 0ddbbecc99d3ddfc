package fanweb.examples;

/**
 * One request that an example is tried with.
 *
 * @param key its name within the example, as in {@code no-data}
 * @param method the HTTP method
 * @param path of the request with its query, as a person writes it, within the application
 * @param headers one in each line, as in {@code Accept: application/json}
 * @param body empty for none
 * @param access what else the request brings along
 */
public record Variant(
    String key, String method, String path, String headers, String body, Access access) {}
