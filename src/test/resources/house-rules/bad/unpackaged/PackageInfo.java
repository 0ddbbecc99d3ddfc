package unpackaged;

final class PackageInfo {}
