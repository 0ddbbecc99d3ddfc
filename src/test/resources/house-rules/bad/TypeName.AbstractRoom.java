package bad;

class AbstractRoom {}
