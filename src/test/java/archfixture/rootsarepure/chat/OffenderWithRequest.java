package archfixture.rootsarepure.chat;

import jakarta.servlet.http.HttpServletRequest;

record OffenderWithRequest(HttpServletRequest technology) {}
