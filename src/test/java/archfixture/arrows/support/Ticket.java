package archfixture.arrows.support;

public record Ticket() {}
