<%@ tag description="The entries of the navigation" body-content="empty" pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="here" required="true" description="the entry that this page is, may be empty" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<a href="${layout.url('/')}"<c:if test="${here eq 'groups'}"> aria-current="page"</c:if>>
  <fmt:message key="nav.groups"/>
</a>
<a href="${layout.url('/examples/')}"<c:if test="${here eq 'examples'}"> aria-current="page"</c:if>>
  <fmt:message key="nav.examples"/>
</a>
<c:if test="${layout.dev()}">
  <a href="${layout.url('/routes/')}"<c:if test="${here eq 'routes'}"> aria-current="page"</c:if>>
    <fmt:message key="nav.routes"/>
  </a>
</c:if>
