package archfixture.finalunlessproxied.chat.ws;

import jakarta.enterprise.context.Dependent;

@Dependent
class OffenderDependent {}
