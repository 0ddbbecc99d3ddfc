package archfixture.rootsarepure.chat;

import jakarta.persistence.EntityManager;

record OffenderWithEntities(EntityManager technology) {}
