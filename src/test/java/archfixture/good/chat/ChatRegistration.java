package archfixture.good.chat;

import archfixture.good.admin.Entry;

public record ChatRegistration(Entry seen) {}
