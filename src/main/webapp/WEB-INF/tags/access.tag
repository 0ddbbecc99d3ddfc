<%@ tag description="Who may use a route" body-content="empty" pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="access" type="fanweb.platform.rest.Access" required="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<c:choose>
  <c:when test="${access.kind() == 'PERMITTED'}"><code>${access.permission()}</code></c:when>
  <c:when test="${access.kind() == 'EVERYBODY'}"><fmt:message key="routes.who.everybody"/></c:when>
  <c:when test="${access.kind() == 'ITSELF'}"><fmt:message key="routes.who.itself"/></c:when>
  <c:otherwise><fmt:message key="routes.who.nobody"/></c:otherwise>
</c:choose>
