<%@ tag description="The button that signs out" body-content="empty" pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="classes" description="of the form" %>
<%@ attribute name="button" description="classes of the button" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<form class="${classes}" method="post" action="${layout.url('/account/sign-out/')}">
  <ui:csrf token="${layout.reader().csrfToken()}"/>
  <button class="${button}"><fmt:message key="auth.signout"/></button>
</form>
