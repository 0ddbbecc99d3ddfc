<%@ tag description="Where one is signed in" body-content="empty" pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="sessions" type="java.util.List" required="true" %>
<%@ attribute name="token" required="true" description="for the forms" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<section class="card" aria-labelledby="sessions">
  <h2 id="sessions"><fmt:message key="account.sessions"/></h2>
  <p class="small muted"><fmt:message key="account.sessions.lead"/></p>
  <ul class="sessions">
    <c:forEach items="${sessions}" var="one">
      <li>
        <ui:icon name="device"/>
        <div class="grow">
          <p><b id="session-${one.session().id()}"><ui:browser browser="${one.browser()}"/></b><c:if test="${one.here()}">&#32;<span
              class="tag is-accent"><fmt:message key="account.session.here"/></span></c:if></p>
          <p class="small muted"><c:choose>
              <c:when test="${one.session().address() eq 'local'}"><fmt:message key="account.session.local"/></c:when>
              <c:otherwise><c:out value="${one.session().address()}"/></c:otherwise>
            </c:choose>&#32;·
            <time datetime="${one.session().began()}"><fmt:message key="account.session.began"/>&#32;<ui:ago ago="${one.began()}"/></time>&#32;·
            <time datetime="${one.session().seen()}"><fmt:message key="account.session.seen"/>&#32;<ui:ago ago="${one.seen()}"/></time></p>
        </div>
        <c:if test="${not one.here()}">
          <form method="post" action="${layout.url('/account/sessions/')}">
            <ui:csrf token="${token}"/>
            <input type="hidden" name="session" value="${one.session().id()}">
            <button class="btn btn-sm" type="submit" aria-describedby="session-${one.session().id()}"><fmt:message key="account.session.end"/></button>
          </form>
        </c:if>
      </li>
    </c:forEach>
  </ul>
</section>
