package archfixture.adaptersarestrangers.chat.page;

public record View() {}
