<%@ page contentType="text/html;charset=UTF-8" session="false" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<fmt:message key="auth.signup" var="title"/>
<fmt:message key="auth.signup.lead" var="lead"/>
<c:url value="" var="query"><c:param name="next" value="${next.url()}"/></c:url>
<ui:narrow title="${title}" lead="${lead}">
  <form class="card" method="post" action="${layout.url('/account/sign-up/')}${fn:escapeXml(query)}" novalidate>
    <ui:faults faults="${faults}"/>
    <ui:csrf token="${csrfToken}"/>
    <input type="hidden" name="guest" data-guest>
    <ui:newaccount login="${login}" name="${name}" faults="${faults}"/>
    <button class="btn btn-primary" type="submit"><fmt:message key="auth.signup"/></button>
  </form>
  <p class="small"><fmt:message key="auth.somebody"/>&#32;<a
      href="${layout.url('/account/sign-in/')}${fn:escapeXml(query)}"><fmt:message key="auth.signin"/></a></p>
</ui:narrow>
