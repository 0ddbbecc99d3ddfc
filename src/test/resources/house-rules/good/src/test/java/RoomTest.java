package good;

public class RoomTest {
  public void keepsLines() {
    new Thread(() -> System.out.println("figures")).start();
  }
}
