package archfixture.nullmarked.chat;

record Offender() {}
