package archfixture.namessaywhat.chat;

interface AbstractOffender {}
