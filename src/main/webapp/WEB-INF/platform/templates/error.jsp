<%@ page contentType="text/html;charset=UTF-8" session="false" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<fmt:message key="${failure.key()}.title" var="title"/>
<c:set var="signIn" value="${(failure.status() eq 401 or failure.status() eq 403) and failure.kind() ne 'csrf' and not layout.reader().signedIn()}"/>
<ui:page title="${failure.status()} · ${title} · Fan-Web" styles="error,routes" main="oops">
  <p class="code-no"><b>${failure.status()}</b><c:out value="${empty detail ? failure.reason() : detail}"/></p>
  <h1>${title}</h1>
  <p class="lead"><fmt:message key="${failure.key()}.lead">
    <fmt:param><code><c:out value="${failure.method()}"/></code></fmt:param>
    <fmt:param><code><c:out value="${failure.path()}"/></code></fmt:param>
  </fmt:message></p>
  <div class="row">
    <c:if test="${not empty back}">
      <a class="btn btn-primary" href="${fn:escapeXml(back)}"><fmt:message key="error.csrf.retry"/></a>
    </c:if>
    <c:if test="${signIn}">
      <a class="btn btn-primary" href="${fn:escapeXml(layout.reader().signInUrl())}"><fmt:message key="auth.signin"/></a>
    </c:if>
    <a class="btn ${empty back and not signIn ? 'btn-primary' : 'btn-quiet'}" href="${layout.url('/')}"><fmt:message key="error.home"/></a>
  </div>
  <c:if test="${failure.kind() eq 'csrf'}">
    <section class="why card" aria-labelledby="why">
      <h2 id="why"><fmt:message key="error.csrf.why"/></h2>
      <ul>
        <li><fmt:message key="error.csrf.cookies"/></li>
        <li><fmt:message key="error.csrf.age"/></li>
        <li><fmt:message key="error.csrf.proxy"/></li>
        <li><fmt:message key="error.csrf.programs"/></li>
      </ul>
    </section>
  </c:if>
  <c:if test="${not empty near}">
    <section class="why card" aria-labelledby="near">
      <h2 id="near"><fmt:message key="error.near"/></h2>
      <ul class="near">
        <c:forEach items="${near}" var="route">
          <li><ui:method name="${route.method()}"/><ui:route route="${route}"/></li>
        </c:forEach>
      </ul>
    </section>
  </c:if>
  <c:if test="${not empty routes}">
    <details class="all"><summary><fmt:message key="error.routes"/></summary><ui:routes routes="${routes}"/></details>
  </c:if>
  <p class="small faint"><fmt:message key="error.request"/>&#32;<code>${failure.requestId()}</code></p>
</ui:page>
