<%@ tag description="Recent groups beside a room, this one first when it is not among them" body-content="empty"
    pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="groups" type="java.util.List" required="true" %>
<%@ attribute name="current" required="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<c:set var="listed" value="${false}"/>
<c:forEach items="${groups}" var="link">
  <c:if test="${link.name().value() eq current}"><c:set var="listed" value="${true}"/></c:if>
</c:forEach>
<h2 class="side-title"><fmt:message key="room.groups"/></h2>
<ul class="glist">
  <c:if test="${not listed}">
    <li><a href="" aria-current="page"><ui:icon name="hash"/><span class="name"><c:out value="${current}"/></span></a></li>
  </c:if>
  <c:forEach items="${groups}" var="link">
    <c:set var="here" value="${link.name().value() eq current}"/>
    <li><a href="${layout.url(fn:escapeXml(link.path()))}"<c:if test="${here}"> aria-current="page"</c:if>>
      <ui:icon name="hash"/><span class="name"><c:out value="${link.name().value()}"/></span>
    </a></li>
  </c:forEach>
</ul>
