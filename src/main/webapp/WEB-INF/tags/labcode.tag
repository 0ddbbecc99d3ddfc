<%@ tag description="The code of ours that answers" body-content="empty" pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="code" type="java.util.Map" required="true" description="parts to be coloured, by source" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<section class="pane card" aria-labelledby="ours">
  <div class="pane-head">
    <h2 class="grow" id="ours">Jakarta EE</h2>
    <span class="tag"><fmt:message key="ex.runs"/></span>
  </div>
  <c:forEach items="${code}" var="piece" varStatus="at">
    <div class="piece-head">
      <h3 class="grow"><code>${piece.key.name()}</code></h3>
      <fmt:message key="ex.copy.code" var="copy"><fmt:param value="${piece.key.name()}"/></fmt:message>
      <ui:copy of="code-${at.count}" label="${copy}"/>
    </div>
    <pre class="code" tabindex="0" role="group" aria-label="${piece.key.name()}"><code id="code-${at.count}"><c:forEach
      items="${piece.value}" var="token"><c:choose><c:when test="${token.kind() eq ''}"><c:out value="${token.text()}"/></c:when><c:otherwise><span class="${token.kind()}"><c:out value="${token.text()}"/></span></c:otherwise></c:choose></c:forEach></code></pre>
  </c:forEach>
</section>
