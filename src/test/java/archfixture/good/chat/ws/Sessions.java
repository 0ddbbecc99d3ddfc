package archfixture.good.chat.ws;

import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class Sessions {}
