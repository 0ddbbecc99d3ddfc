<%@ page contentType="text/html;charset=UTF-8" session="false" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<fmt:message key="auth.setup" var="title"/>
<fmt:message key="auth.setup.lead" var="lead"/>
<ui:narrow title="${title}" lead="${lead}">
  <form class="card" method="post" action="${layout.url('/account/set-up/')}" novalidate>
    <ui:faults faults="${faults}"/>
    <ui:csrf token="${csrfToken}"/>
    <input type="hidden" name="link" value="${fn:escapeXml(link)}">
    <ui:newaccount login="${login}" name="${name}" faults="${faults}"/>
    <button class="btn btn-primary" type="submit"><fmt:message key="auth.setup.go"/></button>
  </form>
</ui:narrow>
