<%@ tag description="What does the same in Django, by name" body-content="empty" pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="example" type="fanweb.examples.Example" required="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<section class="pane card is-short" aria-labelledby="django">
  <div class="pane-head">
    <h2 class="grow" id="django">Django</h2>
    <span class="tag"><fmt:message key="ex.chapter"><fmt:param value="${example.chapters()}"/></fmt:message></span>
  </div>
  <ul class="calls">
    <c:forEach items="${example.django()}" var="call"><li><code><c:out value="${call}"/></code></li></c:forEach>
  </ul>
  <p class="pane-foot"><span><fmt:message key="ex.difference"/><fmt:message key="example.${example.key()}.difference"/></span></p>
</section>
