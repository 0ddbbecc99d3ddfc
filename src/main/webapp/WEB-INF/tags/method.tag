<%@ tag description="An HTTP method, coloured" body-content="empty" pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="name" required="true" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<span class="method is-${fn:toLowerCase(name)}">${name}</span>
