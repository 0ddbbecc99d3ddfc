package fanweb.account;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * What somebody may do: codes such as {@code user.view}, a model and an action, as features name
 * them in {@link fanweb.platform.Feature#permissions}. Immutable.
 *
 * @param codes among them perhaps {@value #EVERYTHING}
 */
public record Permissions(Set<String> codes) {
  /** The code that stands for all others, those that are yet to come included. */
  public static final String EVERYTHING = "*";

  /** Nothing. */
  public static final Permissions NONE = new Permissions(Set.of());

  /** Everything. */
  public static final Permissions ALL = new Permissions(Set.of(EVERYTHING));

  /** Takes them over. */
  public Permissions {
    codes = Set.copyOf(codes);
  }

  /** Those with these codes. */
  public static Permissions of(Collection<String> codes) {
    return new Permissions(Set.copyOf(codes));
  }

  /** Whether something is among them. */
  public boolean allow(String code) {
    return codes.contains(code) || codes.contains(EVERYTHING);
  }

  /** Whether all of the others are among them. */
  public boolean cover(Permissions others) {
    return codes.contains(EVERYTHING) || codes.containsAll(others.codes);
  }

  /** These without the others, code by code. */
  public Permissions without(Permissions others) {
    Set<String> rest = new HashSet<>(codes);
    rest.removeAll(others.codes);
    return new Permissions(rest);
  }

  /** These and the others. */
  public Permissions and(Permissions others) {
    Set<String> both = new HashSet<>(codes);
    both.addAll(others.codes);
    return new Permissions(both);
  }

  /** Those of these that are among the others too. */
  public Permissions within(Permissions others) {
    if (codes.contains(EVERYTHING)) {
      return others;
    }
    Set<String> both = new HashSet<>(codes);
    both.removeIf(code -> !others.allow(code));
    return new Permissions(both);
  }
}
