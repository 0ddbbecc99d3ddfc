package archfixture.adaptersarestrangers.chat.ws;

import archfixture.adaptersarestrangers.chat.page.View;

public record Offender(View seen) {}
