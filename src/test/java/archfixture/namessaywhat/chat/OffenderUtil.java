package archfixture.namessaywhat.chat;

record OffenderUtil() {}
