package fanweb.examples;

import java.util.List;

/**
 * Examples that stand together in the list.
 *
 * @param key of its heading
 */
public record Section(String key, List<Example> examples) {
  /** A section of its own. */
  public Section {
    examples = List.copyOf(examples);
  }
}
