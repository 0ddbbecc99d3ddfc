<%@ tag description="Where a guest says how they want to be called, and whoever signed in finds their account" body-content="empty"
    pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<div class="menu naming" id="me" popover>
  <%-- The name of an account is changed where the account is. --%>
  <form class="stack" data-naming${layout.reader().signedIn() ? ' hidden' : ''}>
    <div class="field">
      <label for="name"><fmt:message key="name.title"/></label>
      <input class="input" id="name" maxlength="32" autocomplete="nickname" aria-describedby="name-help" autofocus>
      <p class="help" id="name-help"><fmt:message key="name.help"/></p>
    </div>
    <button class="btn btn-sm" type="submit"><fmt:message key="name.save"/></button>
  </form>
  <ui:who here="" menu="true"/>
</div>
