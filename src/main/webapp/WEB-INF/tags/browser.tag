<%@ tag description="A browser and its system, as far as they are known" body-content="empty" pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="browser" type="fanweb.account.page.Browser" required="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<c:choose>
  <c:when test="${empty browser.name()}"><fmt:message key="account.browser.unknown"/></c:when>
  <c:otherwise>${browser.name()}</c:otherwise>
</c:choose>
<c:if test="${not empty browser.system()}">&#32;· ${browser.system()}</c:if>
