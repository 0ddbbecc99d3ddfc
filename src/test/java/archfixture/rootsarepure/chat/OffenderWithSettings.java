package archfixture.rootsarepure.chat;

import org.eclipse.microprofile.config.Config;

record OffenderWithSettings(Config technology) {}
