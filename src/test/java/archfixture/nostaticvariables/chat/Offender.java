package archfixture.nostaticvariables.chat;

final class Offender {
  static int counter;
}
