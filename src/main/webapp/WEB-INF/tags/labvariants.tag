<%@ tag description="The requests an example can be tried with; links, which the script turns into choices" body-content="empty" pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="example" type="fanweb.examples.Example" required="true" %>
<%@ attribute name="current" type="fanweb.examples.Variant" required="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<div class="variants"${fn:length(example.variants()) eq 1 ? ' hidden' : ''}>
  <span class="small muted" id="try"><fmt:message key="ex.try"/></span>
  <div class="seg" role="group" aria-labelledby="try">
    <c:forEach items="${example.variants()}" var="one">
      <a href="${layout.url('/examples/')}?show=${example.key()}&amp;try=${one.key()}"${one eq current ? ' aria-current="true"' : ''}
         data-variant data-method="${one.method()}" data-path="${fn:escapeXml(layout.url(one.path()))}"
         data-headers="${fn:escapeXml(one.headers())}" data-body="${fn:escapeXml(one.body())}"
         data-access="${one.access()}"><fmt:message key="example.${example.key()}.try.${one.key()}"/></a>
    </c:forEach>
  </div>
</div>
