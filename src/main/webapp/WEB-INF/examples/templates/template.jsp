<%@ page contentType="text/html;charset=UTF-8" session="false" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<fmt:message key="template.title" var="title"/>
<ui:page title="${title} · Fan-Web" styles="template" main="template" here="examples">
  <h1 class="page-title">${title}</h1>
  <h2><fmt:message key="template.value"/></h2>
  <ul lang="zh-CN">
    <li><c:out value="${n1}"/></li>
    <li>[<c:forEach items="${n2}" var="item" varStatus="at">'<c:out value="${item}"/>'${at.last ? '' : ', '}</c:forEach>]</li>
  </ul>
  <h2><fmt:message key="template.item"/></h2>
  <ul lang="zh-CN">
    <li><c:out value="${n2[0]}"/></li>
    <li><c:out value="${n2[1]}"/></li>
  </ul>
  <h2><fmt:message key="template.loop"/></h2>
  <ul lang="zh-CN">
    <c:forEach items="${n2}" var="item">
      <li><c:out value="${item}"/></li>
    </c:forEach>
  </ul>
  <ul lang="zh-CN">
    <c:forEach items="${n3}" var="pair">
      <li><c:out value="${pair.key} = ${pair.value}"/></li>
    </c:forEach>
  </ul>
  <h2><fmt:message key="template.condition"/></h2>
  <c:choose>
    <c:when test="${n1 eq 'xxx'}"><p class="branch">V1</p></c:when>
    <c:when test="${n1 eq 'xx'}"><p class="branch">V2</p></c:when>
    <c:otherwise><p class="branch">V3</p></c:otherwise>
  </c:choose>
</ui:page>
