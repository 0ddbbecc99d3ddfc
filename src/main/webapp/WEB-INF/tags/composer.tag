<%@ tag description="Where a message is written" body-content="empty" pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<fmt:message key="compose.form" var="form"/>
<form class="composer" aria-label="${form}" data-composer>
  <label class="visually-hidden" for="text"><fmt:message key="compose.text"/></label>
  <fmt:message key="compose.placeholder" var="placeholder"/>
  <textarea id="text" rows="1" placeholder="${placeholder}" aria-describedby="hint text-error"
            enterkeyhint="send"></textarea>
  <p class="error-text" role="status" data-note></p>
  <p class="error-text" id="text-error" role="alert" data-error></p>
  <div class="bar">
    <span class="hint" id="hint"><fmt:message key="compose.hint"/></span>
    <button class="btn btn-quiet btn-sm" type="button" data-close><fmt:message key="compose.close"/></button>
    <button class="btn btn-primary btn-sm" type="submit" data-send><ui:icon name="send" small="true"/>
      <fmt:message key="compose.send"/></button>
  </div>
</form>
