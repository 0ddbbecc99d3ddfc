package archfixture.arrows.chat;

public record Room() {}
