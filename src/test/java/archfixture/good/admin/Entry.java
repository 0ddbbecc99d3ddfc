package archfixture.good.admin;

public record Entry() {}
