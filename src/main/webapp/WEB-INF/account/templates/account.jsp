<%@ page contentType="text/html;charset=UTF-8" session="false" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<fmt:message key="account.title" var="title"/>
<ui:page title="${title} · Fan-Web" styles="signin,account" main="account" here="account" script="account">
  <h1 class="page-title">${title}</h1>
  <ui:faults faults="${faults}"/>
  <section class="card" aria-labelledby="who">
    <h2 id="who"><fmt:message key="account.who"/></h2>
    <form class="stack" method="post" action="${layout.url('/account/name/')}" novalidate>
      <ui:csrf token="${csrfToken}"/>
      <dl class="dl">
        <dt><fmt:message key="account.field.login"/></dt>
        <dd>${fn:escapeXml(login)}</dd>
      </dl>
      <ui:formfield name="name" label="account.field.name" help="account.help.name" complete="nickname" value="${name}" faults="${faults}"/>
      <div><button class="btn" type="submit"><fmt:message key="account.name.go"/></button></div>
    </form>
  </section>
  <section class="card" aria-labelledby="secret">
    <h2 id="secret"><fmt:message key="account.password.title"/></h2>
    <p class="small muted"><fmt:message key="account.password.lead"/></p>
    <form class="stack" method="post" action="${layout.url('/account/password/')}" novalidate>
      <ui:csrf token="${csrfToken}"/>
      <input hidden autocomplete="username" value="${fn:escapeXml(login)}">
      <ui:formfield name="old" label="account.field.old" complete="current-password" secret="true" faults="${faults}"/>
      <ui:formfield name="password" label="account.password.new" help="account.help.password" complete="new-password" secret="true" faults="${faults}"/>
      <c:if test="${not empty tokens}">
        <label class="check"><input type="checkbox" name="keep" value="yes"><fmt:message key="account.password.keep"/></label>
      </c:if>
      <div><button class="btn" type="submit"><fmt:message key="account.password.go"/></button></div>
    </form>
  </section>
  <ui:sessions sessions="${sessions}" token="${csrfToken}"/>
  <ui:tokens tokens="${tokens}" made="${made}" scopes="${scopes}" label="${label}" days="${days}" faults="${faults}" token="${csrfToken}"/>
</ui:page>
