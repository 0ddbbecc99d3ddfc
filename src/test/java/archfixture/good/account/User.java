package archfixture.good.account;

public record User() {}
