package archfixture.adminisforregistrations.chat;

import archfixture.adminisforregistrations.admin.Entry;

public record Offender(Entry seen) {}
