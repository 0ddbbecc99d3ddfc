package bad;

class TextUtils {}
