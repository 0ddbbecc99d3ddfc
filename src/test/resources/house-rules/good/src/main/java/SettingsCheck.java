package good;

final class SettingsCheck {
  public static void main(String[] arguments) {
    System.err.println("fanweb.rate: not a number");
  }
}
