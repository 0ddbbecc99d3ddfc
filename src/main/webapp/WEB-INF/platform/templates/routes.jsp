<%@ page contentType="text/html;charset=UTF-8" session="false" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<fmt:message key="routes.title" var="title"/>
<ui:page title="${title} · Fan-Web" styles="routes" main="routes" here="routes" script="routes">
  <div class="routes-head">
    <div class="grow">
      <h1 class="page-title">${title}</h1>
      <p><fmt:message key="routes.lead"/></p>
    </div>
    <form class="search" role="search" hidden data-route-filter>
      <ui:icon name="search"/>
      <label class="visually-hidden" for="rf"><fmt:message key="routes.filter"/></label>
      <fmt:message key="routes.filter.by" var="by"/>
      <input class="input" id="rf" type="search" placeholder="${by}">
    </form>
  </div>
  <ui:routes routes="${routes}"/>
</ui:page>
