package archfixture.arrows.danmaku;

public record Track() {}
