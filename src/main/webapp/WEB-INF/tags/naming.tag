<%@ tag description="Where one says how one wants to be called" body-content="empty" pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<div class="menu naming" id="me" popover>
  <form class="stack" data-naming>
    <div class="field">
      <label for="name"><fmt:message key="name.title"/></label>
      <input class="input" id="name" maxlength="32" autocomplete="nickname" aria-describedby="name-help" autofocus>
      <p class="help" id="name-help"><fmt:message key="name.help"/></p>
    </div>
    <button class="btn btn-sm" type="submit"><fmt:message key="name.save"/></button>
  </form>
</div>
