<%@ tag description="Recent groups as cards; nothing when there are none" body-content="empty" pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="groups" type="java.util.List" required="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<c:if test="${not empty groups}">
  <div class="section-head"><h2><fmt:message key="home.recent"/></h2></div>
  <ul class="groups card">
    <c:forEach items="${groups}" var="link">
      <li><a href="${layout.url(fn:escapeXml(link.path()))}">
        <span class="avatar h${link.hue()} is-square" aria-hidden="true"><c:out value="${link.initial()}"/></span>
        <span class="grow"><b><c:out value="${link.name().value()}"/></b></span>
        <span class="meta"><time datetime="${link.lastActive()}"><fmt:message key="time.${link.ago().unit()}">
          <fmt:param value="${link.ago().count()}"/>
        </fmt:message></time></span>
      </a></li>
    </c:forEach>
  </ul>
</c:if>
