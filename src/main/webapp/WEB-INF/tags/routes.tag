<%@ tag description="All routes as a table" body-content="empty" pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="routes" type="java.util.Map" required="true" description="lists of routes by feature" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<fmt:message key="routes.table" var="label"/>
<div class="card scroll-x routes" tabindex="0" role="region" aria-label="${label}">
  <table class="table">
    <thead>
      <tr>
        <th scope="col"><fmt:message key="routes.method"/></th>
        <th scope="col"><fmt:message key="routes.path"/></th>
        <th scope="col" class="col-lo"><fmt:message key="routes.handler"/></th>
        <th scope="col"><fmt:message key="routes.who"/></th>
      </tr>
    </thead>
    <c:forEach items="${routes}" var="feature">
      <tbody>
        <tr><th scope="rowgroup" colspan="4"><fmt:message key="feature.${feature.key}"/>&#32;<code>${feature.key}</code></th></tr>
        <c:forEach items="${feature.value}" var="route">
          <tr data-route>
            <td><ui:method name="${route.method()}"/></td>
            <td><ui:route route="${route}"/></td>
            <td class="col-lo muted"><code>${route.handler()}</code></td>
            <td><ui:access access="${route.access()}"/></td>
          </tr>
        </c:forEach>
      </tbody>
    </c:forEach>
  </table>
</div>
