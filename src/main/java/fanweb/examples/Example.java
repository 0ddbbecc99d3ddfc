package fanweb.examples;

import java.util.List;

/**
 * One thing of the tutorial, done here.
 *
 * @param key its name in addresses and texts, as in {@code json-request}
 * @param chapters of the tutorial, as in {@code 5.1, 5.2}
 * @param variants the requests to try it with, the usual one first; never empty
 * @param sources the code of ours that answers
 * @param django the names of the calls that do it there
 */
public record Example(
    String key,
    String chapters,
    List<Variant> variants,
    List<Source> sources,
    List<String> django) {

  /** An example with at least one variant. */
  public Example {
    variants = List.copyOf(variants);
    sources = List.copyOf(sources);
    django = List.copyOf(django);
    if (variants.isEmpty() || sources.isEmpty()) {
      throw new IllegalArgumentException(key + " has nothing to show");
    }
  }

  /** The method of the usual request. */
  public String method() {
    return variants.get(0).method();
  }
}
