package fanweb.examples;

import fanweb.platform.Feature;

/** The tutorial's examples as a feature. */
public final class ExamplesFeature implements Feature {
  @Override
  public String name() {
    return "examples";
  }
}
