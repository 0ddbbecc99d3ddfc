package archfixture.rootsarepure.chat;

import java.sql.Connection;

record OffenderWithConnection(Connection technology) {}
