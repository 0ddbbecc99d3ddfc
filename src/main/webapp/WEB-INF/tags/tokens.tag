<%@ tag description="Tokens of the API: those there are, one that was just made, and the form for another" body-content="empty"
    pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="tokens" type="java.util.List" required="true" %>
<%@ attribute name="scopes" type="java.util.Map" required="true" description="what a new one may be for, and whether it is ticked; empty: no form" %>
<%@ attribute name="label" required="true" description="what was typed" %>
<%@ attribute name="days" type="java.lang.Integer" required="true" description="what was chosen" %>
<%@ attribute name="faults" type="fanweb.account.page.Faults" required="true" %>
<%@ attribute name="token" required="true" description="for the forms" %>
<%-- An Object: Payara names nested types in a way that its compiler does not know. --%>
<%@ attribute name="made" type="java.lang.Object" description="a Token.Made: with its secret, shown this once" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<section class="card" aria-labelledby="tokens">
  <h2 id="tokens"><fmt:message key="account.tokens"/></h2>
  <p class="small muted"><fmt:message key="account.tokens.lead"/>&#32;<a
      href="${layout.url('/openapi')}"><fmt:message key="account.tokens.help"/></a></p>
  <c:if test="${not empty made}">
    <div class="notice is-ok" id="made" role="status" tabindex="-1" autofocus>
      <ui:icon name="check"/>
      <div class="grow">
        <p><b><fmt:message key="account.token.made"><fmt:param value="${fn:escapeXml(made.token().name())}"/></fmt:message></b>&#32;<fmt:message
            key="account.token.once"/></p>
        <p class="secret"><code id="secret-text">${made.secret().value()}</code><fmt:message key="account.token.copy" var="copy"/><ui:copy
            of="secret-text" label="${copy}"/></p>
      </div>
    </div>
    <div hidden data-texts>
      <span data-key="ex.copied"><fmt:message key="ex.copied"/></span>
      <span data-key="ex.copy.failed"><fmt:message key="ex.copy.failed"/></span>
    </div>
  </c:if>
  <c:if test="${not empty tokens}">
    <ul class="sessions tokens">
      <c:forEach items="${tokens}" var="one">
        <c:set var="id" value="token-${one.token().id()}"/>
        <li>
          <ui:icon name="terminal"/>
          <div class="grow">
            <p><b id="${id}">${fn:escapeXml(one.token().name())}</b><c:if test="${one.ended()}">&#32;<span
                class="tag"><fmt:message key="account.token.ended"/></span></c:if></p>
            <p class="small scopes"><c:forEach items="${one.token().scopes()}" var="scope"><code>${fn:escapeXml(scope)}</code>&#32;</c:forEach></p>
            <p class="small muted">
              <time datetime="${one.token().made()}"><fmt:message key="account.token.age"/>&#32;<ui:ago ago="${one.made()}"/></time>&#32;·
              <c:choose>
                <c:when test="${empty one.used()}"><fmt:message key="account.token.unused"/></c:when>
                <c:otherwise><time datetime="${one.token().used().get()}"><fmt:message key="account.session.seen"/>&#32;<ui:ago ago="${one.used()}"/></time></c:otherwise>
              </c:choose>&#32;·
              <time datetime="${one.token().ends()}"><fmt:message key="account.token.ends"><fmt:param value="${one.lastDay()}"/></fmt:message></time></p>
          </div>
          <details class="sure">
            <summary class="btn btn-sm" aria-describedby="${id}"><fmt:message key="account.token.end"/></summary>
            <form method="post" action="${layout.url('/account/tokens/revoke/')}">
              <ui:csrf token="${token}"/>
              <input type="hidden" name="token" value="${one.token().id()}">
              <p class="small" id="${id}-sure"><fmt:message key="account.token.sure"/></p>
              <button class="btn btn-danger btn-sm" type="submit" aria-describedby="${id} ${id}-sure"><fmt:message key="account.token.end.go"/></button>
            </form>
          </details>
        </li>
      </c:forEach>
    </ul>
  </c:if>
  <c:if test="${not empty scopes}">
    <h3><fmt:message key="account.token.new"/></h3>
    <form class="stack" method="post" action="${layout.url('/account/tokens/')}" novalidate>
      <ui:csrf token="${token}"/>
      <ui:formfield name="label" label="account.field.label" help="account.help.label" complete="off" value="${label}" faults="${faults}"/>
      <c:set var="fault" value="${faults.of('scopes')}"/>
      <fieldset class="field" id="scopes" tabindex="-1" aria-describedby="scopes-help${empty fault ? '' : ' scopes-error'}">
        <legend class="label"><fmt:message key="account.field.scopes"/></legend>
        <div class="choices">
          <c:forEach items="${scopes}" var="scope">
            <label class="check"><input type="checkbox" name="scopes" value="${fn:escapeXml(scope.key)}"${scope.value ? ' checked' : ''}><code>${fn:escapeXml(scope.key)}</code></label>
          </c:forEach>
        </div>
        <c:if test="${not empty fault}">
          <p class="error-text" id="scopes-error"><ui:icon name="alert" small="true"/><ui:fault name="${fault}"/></p>
        </c:if>
        <p class="help" id="scopes-help"><fmt:message key="account.help.scopes"/></p>
      </fieldset>
      <div class="field">
        <label for="days"><fmt:message key="account.field.days"/></label>
        <select class="input" id="days" name="days">
          <c:forTokens items="7 30 90 365" delims=" " var="choice">
            <option value="${choice}"${choice eq days ? ' selected' : ''}><fmt:message key="account.token.days"><fmt:param value="${choice}"/></fmt:message></option>
          </c:forTokens>
        </select>
      </div>
      <div><button class="btn" type="submit"><fmt:message key="account.token.go"/></button></div>
    </form>
  </c:if>
</section>
