package fanweb.manage.client;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;

/** A process that makes many secrets, perhaps while another makes the same. */
final class GuestSecretRace {
  /** How many. */
  static final int ROUNDS = 300;

  private GuestSecretRace() {}

  /** Says so when it is ready, begins when its input ends, and tells who it is with each. */
  public static void main(String[] folder) throws IOException {
    SecureRandom random = new SecureRandom();
    new GuestSecret(Path.of(folder[0], String.valueOf(ProcessHandle.current().pid())), random)
        .on("ws://one");
    System.out.println();
    System.in.readAllBytes();
    for (int i = 0; i < ROUNDS; i++) {
      System.out.println(
          new GuestSecret(Path.of(folder[0], "s" + i), random).on("ws://one").value());
    }
  }
}
