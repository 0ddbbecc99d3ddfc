package fanweb.platform;

/**
 * One thing that is wrong with a request, and where.
 *
 * @param place what kind of place it is in
 * @param name the place: a JSON pointer (RFC 6901) in a body, else a name
 * @param detail what is wrong, for the person who wrote the client; starts in lower case, no full
 *     stop, as in {@code must be a whole number}
 */
public record Fault(Place place, String name, String detail) {
  /** Where a fault can be. */
  public enum Place {
    /** In the JSON body. */
    POINTER,
    /** In the query. */
    PARAMETER,
    /** In a header. */
    HEADER
  }

  /**
   * In the body.
   *
   * @param pointer as in {@code /data/0/age}; empty for the whole body
   */
  public static Fault inBody(String pointer, String detail) {
    return new Fault(Place.POINTER, pointer, detail);
  }

  /** In a parameter of the query. */
  public static Fault inQuery(String parameter, String detail) {
    return new Fault(Place.PARAMETER, parameter, detail);
  }

  /** In a header. */
  public static Fault inHeader(String header, String detail) {
    return new Fault(Place.HEADER, header, detail);
  }
}
