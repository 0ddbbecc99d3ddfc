<%@ tag description="The request as a command" body-content="empty" pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="curl" required="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<section class="pane card" aria-labelledby="curl-title">
  <div class="pane-head">
    <h2 class="grow" id="curl-title">curl</h2>
    <fmt:message key="ex.copy.curl" var="copy"/>
    <ui:copy of="curl" label="${copy}"/>
  </div>
  <fmt:message key="ex.curl" var="label"/>
  <pre class="code" tabindex="0" role="group" aria-label="${label}"><code id="curl" data-curl><c:out value="${curl}"/></code></pre>
</section>
