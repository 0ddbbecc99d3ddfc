package bad;

/** No sentence */
public final class JavadocFirstSentence {}
