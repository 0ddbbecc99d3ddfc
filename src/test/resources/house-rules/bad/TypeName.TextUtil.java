package bad;

class TextUtil {}
