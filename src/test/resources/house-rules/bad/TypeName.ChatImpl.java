package bad;

class ChatImpl {}
