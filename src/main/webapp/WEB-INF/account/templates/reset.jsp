<%@ page contentType="text/html;charset=UTF-8" session="false" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<fmt:message key="auth.reset" var="title"/>
<fmt:message key="auth.reset.lead" var="lead"/>
<ui:narrow title="${title}" lead="${lead}">
  <form class="card" method="post" action="${layout.url('/account/reset/')}" novalidate>
    <ui:faults faults="${faults}"/>
    <ui:csrf token="${csrfToken}"/>
    <input type="hidden" name="link" value="${fn:escapeXml(link)}">
    <div class="field">
      <label for="login"><fmt:message key="account.field.login"/></label>
      <input class="input" id="login" value="${fn:escapeXml(login)}" autocomplete="username" readonly>
    </div>
    <ui:formfield name="password" label="account.password.new" help="account.help.password" complete="new-password" secret="true" faults="${faults}"/>
    <button class="btn btn-primary" type="submit"><fmt:message key="auth.reset.go"/></button>
  </form>
</ui:narrow>
