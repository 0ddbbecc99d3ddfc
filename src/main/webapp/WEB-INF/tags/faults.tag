<%@ tag description="Why a form was refused: read out, and the first thing in focus; nothing when nothing is wrong" body-content="empty"
    pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="faults" type="fanweb.account.page.Faults" required="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<c:if test="${faults.any()}">
  <div class="notice is-danger" id="summary" role="alert" tabindex="-1" autofocus>
    <ui:icon name="alert"/>
    <c:choose>
      <c:when test="${not empty faults.form()}">
        <p><fmt:message key="account.refused.${faults.form()}"><fmt:param value="${faults.seconds()}"/></fmt:message></p>
      </c:when>
      <c:otherwise>
        <div>
          <b><fmt:message key="account.refused"><fmt:param value="${fn:length(faults.fields())}"/></fmt:message></b>
          <ul>
            <c:forEach items="${faults.fields()}" var="field">
              <li><a href="#${field.key}"><fmt:message key="account.field.${field.key}"/></a>&#32;<ui:fault name="${field.value}"/></li>
            </c:forEach>
          </ul>
        </div>
      </c:otherwise>
    </c:choose>
  </div>
</c:if>
