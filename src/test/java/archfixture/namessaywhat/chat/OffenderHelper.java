package archfixture.namessaywhat.chat;

record OffenderHelper() {}
