<%@ tag description="The path of a route, a link where a browser can go" body-content="empty" pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="route" type="fanweb.platform.routes.Route" required="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<c:choose>
  <c:when test="${route.isLink()}"><a href="${layout.url(route.path())}"><code>${route.path()}</code></a></c:when>
  <c:otherwise><code>${route.path()}</code></c:otherwise>
</c:choose>
