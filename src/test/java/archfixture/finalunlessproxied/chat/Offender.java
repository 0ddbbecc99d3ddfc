package archfixture.finalunlessproxied.chat;

class Offender {}
