package bad;

final class NoTabs {
	int x;
}
