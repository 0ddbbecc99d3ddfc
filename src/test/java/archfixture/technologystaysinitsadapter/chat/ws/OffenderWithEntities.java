package archfixture.technologystaysinitsadapter.chat.ws;

import jakarta.persistence.EntityManager;

record OffenderWithEntities(EntityManager entities) {}
