package archfixture.good.platform.launch;

final class Launcher {
  final Thread watcher = new Thread(() -> {});
}
