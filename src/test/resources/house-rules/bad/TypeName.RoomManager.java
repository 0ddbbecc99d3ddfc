package bad;

class RoomManager {}
