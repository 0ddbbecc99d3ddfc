<%@ tag description="Who reads the page, in a bar or a menu: the way to one's account and out, or in" body-content="empty"
    pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="here" required="true" description="account or signin on these pages" %>
<%@ attribute name="menu" type="java.lang.Boolean" description="whether it stands in a menu" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<c:choose>
  <c:when test="${layout.reader().signedIn()}">
    <fmt:message key="account.title" var="label"/>
    <a class="${menu ? '' : 'btn btn-quiet btn-sm only-wide '}who" href="${layout.url('/account/')}" title="${label}"
       ${here eq 'account' ? 'aria-current="page"' : ''}><ui:icon name="user" small="true"/><span
        class="name"><c:out value="${layout.reader().name()}"/></span></a>
    <ui:signout classes="${menu ? '' : 'only-wide'}" button="${menu ? '' : 'btn btn-quiet btn-sm'}"/>
  </c:when>
  <c:otherwise>
    <c:set var="current" value="${here eq 'signin'}"/>
    <a class="${menu ? '' : 'btn btn-sm only-wide'}" ${current ? 'aria-current="page"' : ''}
       href="${current ? '' : fn:escapeXml(layout.reader().signInUrl())}"><fmt:message key="auth.signin"/></a>
  </c:otherwise>
</c:choose>
