package archfixture.rootknowsnoadapter.chat;

import archfixture.rootknowsnoadapter.chat.jpa.Table;

public record Offender(Table seen) {}
