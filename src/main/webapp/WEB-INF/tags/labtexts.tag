<%@ tag description="What the scripts of the examples say, so that no text stands in them" body-content="empty" pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<div hidden data-texts>
  <c:forTokens delims=" " var="key"
      items="ex.took ex.bytes ex.sending ex.nobody ex.redirected ex.redirected.words ex.failed ex.unreachable ex.elsewhere
             ex.header ex.copied ex.copy.failed">
    <span data-key="${fn:trim(key)}"><fmt:message key="${fn:trim(key)}"/></span>
  </c:forTokens>
</div>
