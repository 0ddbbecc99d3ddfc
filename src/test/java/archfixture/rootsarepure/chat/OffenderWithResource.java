package archfixture.rootsarepure.chat;

import jakarta.ws.rs.core.Response;

record OffenderWithResource(Response technology) {}
