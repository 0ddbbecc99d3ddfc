<%@ tag description="The foot of every page to read" body-content="empty" pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<footer class="foot">
  <span>Fan-Web</span>
  <a href="${layout.url('/openapi')}"><fmt:message key="nav.api"/></a>
  <a href="${layout.url('/health/ready')}"><fmt:message key="nav.health"/></a>
</footer>
