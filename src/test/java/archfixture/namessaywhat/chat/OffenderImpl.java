package archfixture.namessaywhat.chat;

record OffenderImpl() {}
