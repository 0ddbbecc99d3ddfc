<%@ tag description="The request, ready to be changed and sent" body-content="empty" pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="example" type="fanweb.examples.Example" required="true" %>
<%@ attribute name="variant" type="fanweb.examples.Variant" required="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<form class="pane card" action="${layout.url('/examples/')}" aria-labelledby="req" autocomplete="off"
      data-lab data-csrf="${csrfToken}" data-csrf-header="${csrfHeader}">
  <input type="hidden" name="show" value="${example.key()}">
  <input type="hidden" name="try" value="${variant.key()}">
  <div class="pane-head">
    <h2 class="grow" id="req"><fmt:message key="ex.request"/></h2>
    <button class="btn btn-quiet btn-sm" type="reset"><fmt:message key="ex.reset"/></button>
  </div>
  <div class="url">
    <ui:method name="${variant.method()}"/>
    <label class="visually-hidden" for="path"><fmt:message key="ex.path"/></label>
    <input class="input" id="path" value="${fn:escapeXml(layout.url(variant.path()))}" spellcheck="false" data-path>
  </div>
  <label class="pane-label" for="headers"><fmt:message key="ex.sent"/></label>
  <textarea class="input headers" id="headers" rows="3" spellcheck="false" data-headers>
<c:out value="${variant.headers()}"/></textarea>
  <div class="pane-body" data-body-part${variant.body() eq '' ? ' hidden' : ''}>
    <label class="pane-label" for="body"><fmt:message key="ex.body"/></label>
    <textarea class="input" id="body" spellcheck="false" data-body>
<c:out value="${variant.body()}"/></textarea>
  </div>
  <c:if test="${variant.access() eq 'BEARER'}">
    <div class="field pane-part">
      <label for="token"><fmt:message key="ex.token"/></label>
      <input class="input" id="token" type="password" autocomplete="off" spellcheck="false" aria-describedby="token-help" data-token>
      <p class="help" id="token-help"><fmt:message key="ex.token.help"/></p>
    </div>
  </c:if>
  <noscript><p class="pane-foot"><fmt:message key="ex.noscript"/></p></noscript>
  <div class="pane-foot">
    <span class="grow">
      <c:forTokens items="OPEN TOKEN NO_TOKEN NO_COOKIE BEARER" delims=" " var="access">
        <span data-access="${access}"${variant.access() eq access ? '' : ' hidden'}><fmt:message key="example.access.${fn:toLowerCase(access)}"/></span>
      </c:forTokens>
    </span>
    <a href="${fn:escapeXml(layout.url(variant.path()))}"${variant.method() eq 'GET' and variant.access() eq 'OPEN' ? '' : ' hidden'}
       data-open><fmt:message key="ex.open"/></a>
    <button class="btn btn-primary btn-sm" type="submit" hidden data-send><ui:icon name="send" small="true"/>
      <fmt:message key="ex.send"/></button>
  </div>
</form>
