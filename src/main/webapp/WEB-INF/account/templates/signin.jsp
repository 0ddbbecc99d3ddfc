<%@ page contentType="text/html;charset=UTF-8" session="false" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<fmt:message key="auth.signin" var="title"/>
<fmt:message key="auth.signin.title" var="heading"/>
<c:if test="${not empty next.group()}">
  <fmt:message key="auth.return" var="lead"><fmt:param value="${next.group()}"/></fmt:message>
</c:if>
<c:url value="" var="query"><c:param name="next" value="${next.url()}"/></c:url>
<ui:narrow title="${title}" heading="${heading}" lead="${lead}" here="signin">
  <form class="card" method="post" action="${layout.url('/account/sign-in/')}${fn:escapeXml(query)}" novalidate>
    <ui:faults faults="${faults}"/>
    <ui:csrf token="${csrfToken}"/>
    <input type="hidden" name="guest" data-guest>
    <ui:formfield name="login" label="account.field.login" complete="username" value="${login}" faults="${faults}"/>
    <ui:formfield name="password" label="account.field.password" complete="current-password" secret="true" faults="${faults}"/>
    <label class="check"><input type="checkbox" name="remember" value="yes"${remember ? ' checked' : ''}><fmt:message key="auth.remember"/></label>
    <button class="btn btn-primary" type="submit"><fmt:message key="auth.signin"/></button>
  </form>
  <c:if test="${open}">
    <p class="small"><fmt:message key="auth.nobody"/>&#32;<a
        href="${layout.url('/account/sign-up/')}${fn:escapeXml(query)}"><fmt:message key="auth.signup"/></a></p>
  </c:if>
  <p class="small muted"><fmt:message key="auth.forgot"/></p>
</ui:narrow>
