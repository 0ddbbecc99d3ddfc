<%@ tag description="All examples as a list beside the one that is shown" body-content="empty" pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="sections" type="java.util.List" required="true" %>
<%@ attribute name="current" required="true" description="key of the example that is shown" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<fmt:message key="ex.list" var="label"/>
<nav class="lab-list" aria-label="${label}">
  <c:forEach items="${sections}" var="section">
    <h2><fmt:message key="example.section.${section.key()}"/></h2>
    <ul>
      <c:forEach items="${section.examples()}" var="one">
        <li><a href="${layout.url('/examples/')}?show=${one.key()}"<c:if test="${one.key() eq current}"> aria-current="page"</c:if>>
          <ui:method name="${one.method()}"/><fmt:message key="example.${one.key()}.title"/>
        </a></li>
      </c:forEach>
    </ul>
  </c:forEach>
  <h2><fmt:message key="example.section.live"/></h2>
  <ul>
    <li><a href="${layout.url('/index/?group_id=123')}"><ui:method name="WS"/><fmt:message key="ex.chat"/></a></li>
  </ul>
</nav>
