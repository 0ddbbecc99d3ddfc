package archfixture.nullmarked.channel;

record OffenderUnmarked() {}
