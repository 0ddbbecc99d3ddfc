package fanweb.account;

import fanweb.platform.Fault;
import fanweb.platform.Feature;
import fanweb.platform.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The permissions there are. Any thread.
 *
 * @param codes of all features, and {@value Permissions#EVERYTHING}
 */
public record KnownPermissions(Set<String> codes) {
  private static final int LONGEST_SHOWN = 64;

  /** Takes them over. */
  public KnownPermissions {
    codes = Set.copyOf(codes);
  }

  /** Those of the features that are installed. */
  public static KnownPermissions installed() {
    Set<String> codes = new TreeSet<>(Set.of(Permissions.EVERYTHING));
    Feature.installed().forEach(feature -> codes.addAll(feature.permissions()));
    return new KnownPermissions(codes);
  }

  /**
   * Some of them as they are stored: each once, in alphabetical order.
   *
   * @param pointer where in the request they stand
   * @throws RefusedException when there is an unknown one, by its name and place
   */
  public List<String> checked(List<String> chosen, String pointer) {
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; i < chosen.size(); i++) {
      if (!codes.contains(chosen.get(i))) {
        faults.add(Fault.inBody(pointer + "/" + i, "is no permission: " + shown(chosen.get(i))));
      }
    }
    if (!faults.isEmpty()) {
      throw RefusedException.invalid(faults);
    }
    return List.copyOf(new TreeSet<>(chosen));
  }

  private static String shown(String code) {
    return code.length() <= LONGEST_SHOWN ? code : code.substring(0, LONGEST_SHOWN) + "…";
  }
}
