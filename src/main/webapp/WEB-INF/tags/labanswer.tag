<%@ tag description="Where the answer will stand" body-content="empty" pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<section class="pane card" aria-labelledby="ans" data-answer>
  <div class="pane-head">
    <h2 class="grow" id="ans"><fmt:message key="ex.answer"/></h2>
    <span class="status" role="status" data-status></span>
    <fmt:message key="ex.copy" var="copy"/>
    <ui:copy of="answer-body" label="${copy}"/>
  </div>
  <p class="hint" data-hint><fmt:message key="ex.waiting"/></p>
  <fmt:message key="ex.answer.body" var="label"/>
  <pre class="code" tabindex="0" role="group" aria-label="${label}" hidden data-answer-part><code id="answer-body" data-answer-body></code></pre>
  <details class="pane-foot" hidden data-answer-part>
    <summary class="link-btn"><fmt:message key="ex.headers"/></summary>
    <fmt:message key="ex.headers" var="label"/>
    <pre class="small" tabindex="0" role="group" aria-label="${label}"><code data-answer-headers></code></pre>
  </details>
  <div class="pane-foot" hidden data-answer-part><span class="num" data-took></span><span
      aria-hidden="true">·</span><span class="num" data-bytes></span></div>
</section>
