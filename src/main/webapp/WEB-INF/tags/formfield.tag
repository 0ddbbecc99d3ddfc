<%@ tag description="One field of a form, with what is wrong with it" body-content="empty" pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="name" required="true" description="of the field; its id, too" %>
<%@ attribute name="label" required="true" description="key of its label" %>
<%@ attribute name="complete" required="true" description="what browsers may fill in" %>
<%@ attribute name="faults" type="fanweb.account.page.Faults" required="true" %>
<%@ attribute name="value" description="plain text, escaped here" %>
<%@ attribute name="help" description="key of its help" %>
<%@ attribute name="secret" type="java.lang.Boolean" description="whether it is a password" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<c:set var="fault" value="${faults.of(name)}"/>
<c:set var="described" value="${empty help ? '' : name.concat('-help ')}${empty fault ? '' : name.concat('-error')}"/>
<div class="field">
  <label for="${name}"><fmt:message key="${label}"/></label>
  <div class="${secret ? 'with-end' : ''}">
    <input class="input" id="${name}" name="${name}" type="${secret ? 'password' : 'text'}" value="${fn:escapeXml(value)}"
           autocomplete="${complete}" autocapitalize="none" spellcheck="false" required
           ${empty fault ? '' : 'aria-invalid="true"'} ${empty described ? '' : 'aria-describedby="'.concat(described).concat('"')}>
    <c:if test="${secret}">
      <fmt:message key="auth.show" var="show"/>
      <button class="btn btn-quiet btn-icon btn-sm" type="button" aria-pressed="false" aria-label="${show}"
              aria-controls="${name}" hidden data-show="${name}"><ui:icon name="eye"/></button>
    </c:if>
  </div>
  <c:if test="${not empty fault}">
    <p class="error-text" id="${name}-error"><ui:icon name="alert" small="true"/><ui:fault name="${fault}"/></p>
  </c:if>
  <c:if test="${not empty help}">
    <p class="help" id="${name}-help"><fmt:message key="${help}"><fmt:param value="${shortest}"/></fmt:message></p>
  </c:if>
</div>
