package archfixture.technologystaysinitsadapter.chat.jpa;

import jakarta.ws.rs.core.Response;

record OffenderWithResource(Response response) {}
