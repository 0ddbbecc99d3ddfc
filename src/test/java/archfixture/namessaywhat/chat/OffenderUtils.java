package archfixture.namessaywhat.chat;

record OffenderUtils() {}
