<%@ tag description="What is wrong with a field, in words" body-content="empty" pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="name" required="true" description="the end of its text's key" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<span><fmt:message key="account.fault.${name}">
  <fmt:param value="${shortest}"/><fmt:param value="${longest}"/>
</fmt:message></span>
