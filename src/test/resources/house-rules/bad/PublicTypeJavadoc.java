package bad;

public final class PublicTypeJavadoc {}
