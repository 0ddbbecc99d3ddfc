package archfixture.rootknowsnoadapter.chat.jpa;

public record Table() {}
