<%@ tag description="The form that leads into a group" body-content="empty" pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="typed" description="what was typed before and is not allowed" %>
<%@ attribute name="wrong" type="java.lang.Boolean" %>
<%@ attribute name="level" description="tag of its heading: h1, or h2 by default" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<form class="enter" action="${layout.url('/index/')}">
  <div class="inner stack">
    <c:set var="heading" value="${empty level ? 'h2' : level}"/>
    <${heading}><fmt:message key="home.enter.title"/></${heading}>
    <c:if test="${wrong}">
      <div class="notice is-danger" id="summary" role="alert" tabindex="-1" autofocus>
        <ui:icon name="alert"/>
        <p><fmt:message key="home.enter.wrong"/>&#32;<a href="#group"><fmt:message key="home.enter.fix"/></a></p>
      </div>
    </c:if>
    <div class="field">
      <label for="group"><fmt:message key="home.enter.name"/></label>
      <div class="go">
        <fmt:message key="home.enter.example" var="example"/>
        <input class="input" id="group" name="group_id" required autocomplete="off" spellcheck="false"
               placeholder="${example}" value="${fn:escapeXml(typed)}"
               <c:if test="${wrong}">aria-invalid="true"</c:if>
               aria-describedby="${wrong ? 'group-error group-help' : 'group-help'}">
        <button class="btn btn-primary"><fmt:message key="home.enter.go"/></button>
      </div>
      <c:if test="${wrong}">
        <p class="error-text" id="group-error"><ui:icon name="alert" small="true"/>
          <fmt:message key="home.enter.error"/></p>
      </c:if>
      <p class="help" id="group-help"><fmt:message key="home.enter.help"/></p>
    </div>
  </div>
</form>
