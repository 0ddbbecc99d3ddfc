package archfixture.namessaywhat.chat;

record OffenderManager() {}
