<%@ tag description="The field without which no form is taken" body-content="empty" pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="token" required="true" %>
<input type="hidden" name="csrfmiddlewaretoken" value="${token}">
