package archfixture.rootsarepure.chat;

import jakarta.websocket.Session;

record OffenderWithSocket(Session technology) {}
