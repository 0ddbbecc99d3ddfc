package archfixture.adaptersarestrangers.chat.protocol;

import archfixture.adaptersarestrangers.chat.page.View;

public record OffenderInCodec(View seen) {}
