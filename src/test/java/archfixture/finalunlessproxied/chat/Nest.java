package archfixture.finalunlessproxied.chat;

final class Nest {
  static class OffenderNested {}
}
