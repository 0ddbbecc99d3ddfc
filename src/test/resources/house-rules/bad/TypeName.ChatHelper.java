package bad;

class ChatHelper {}
