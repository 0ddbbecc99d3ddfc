package archfixture.adminisforregistrations.admin;

public record Entry() {}
