<%@ tag description="How long ago something was" body-content="empty" pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="ago" type="fanweb.platform.Ago" required="true" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<fmt:message key="time.${ago.unit()}"><fmt:param value="${ago.count()}"/></fmt:message>
