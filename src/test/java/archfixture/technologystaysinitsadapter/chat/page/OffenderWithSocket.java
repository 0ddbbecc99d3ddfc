package archfixture.technologystaysinitsadapter.chat.page;

import jakarta.websocket.Session;

record OffenderWithSocket(Session session) {}
