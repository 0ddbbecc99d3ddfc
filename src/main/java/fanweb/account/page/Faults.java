package fanweb.account.page;

import fanweb.platform.Fault;
import fanweb.platform.RefusedException;
import fanweb.platform.RefusedException.Reason;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What a form that was sent is refused for, as ends of texts' keys.
 *
 * @param form what concerns the whole form, after {@code account.refused.}; empty for nothing
 * @param fields what concerns one field, after {@code account.fault.}, by the field's name
 * @param seconds after how many it may be sent again; 0 when nobody knows
 */
public record Faults(String form, Map<String, String> fields, long seconds) {
  /** Nothing is wrong, or nothing was sent yet. */
  static final Faults NONE = new Faults("", Map.of(), 0);

  private static final Map<String, String> WHOLE =
      Map.of("wrong_credentials", "wrong", "too_many_tries", "slow");

  private static final Set<String> FIELDS = Set.of("login", "name", "old", "password");

  /** Takes them over, in their order. */
  public Faults {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /** One field is wrong. */
  static Faults at(String field, String fault) {
    return new Faults("", Map.of(field, fault), 0);
  }

  /**
   * What a refusal means for a form.
   *
   * @param typed what was typed into a field of this name; empty for nothing
   * @throws RefusedException the same, when it is not about what was typed
   */
  static Faults of(RefusedException refusal, UnaryOperator<String> typed) {
    if (refusal.code().equals("login_taken")) {
      return at("login", "taken");
    }
    if (WHOLE.containsKey(refusal.code())) {
      return new Faults(WHOLE.get(refusal.code()), Map.of(), seconds(refusal));
    }
    if (refusal.reason() == Reason.BUSY) {
      return new Faults("busy", Map.of(), seconds(refusal));
    }
    Map<String, String> fields = fields(refusal.faults(), typed);
    if (fields.isEmpty()) {
      throw refusal;
    }
    return new Faults("", fields, 0);
  }

  private static Map<String, String> fields(List<Fault> faults, UnaryOperator<String> typed) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (Fault fault : faults) {
      String field = fault.name().replaceFirst("^/", "");
      if (FIELDS.contains(field)) {
        fields.putIfAbsent(field, typed.apply(field).isEmpty() ? "empty" : field);
      }
    }
    return fields;
  }

  private static long seconds(RefusedException refusal) {
    return Long.parseLong(refusal.headers().getOrDefault("Retry-After", "0"));
  }

  /** Whether anything is wrong. */
  public boolean any() {
    return !form.isEmpty() || !fields.isEmpty();
  }

  /** What is wrong with a field; empty for nothing. */
  public String of(String field) {
    return fields.getOrDefault(field, "");
  }
}
