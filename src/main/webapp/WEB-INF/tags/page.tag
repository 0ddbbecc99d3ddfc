<%@ tag description="A page to read: bar, main part, foot" body-content="scriptless" pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="title" required="true" description="plain text, escaped here" %>
<%@ attribute name="styles" required="true" description="names of style sheets in css/, with commas between them" %>
<%@ attribute name="main" required="true" description="classes of the main part besides page" %>
<%@ attribute name="here" description="the entry of the navigation that this page is: groups or routes" %>
<%@ attribute name="script" description="name of the page's module in js/" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<ui:document title="${title}" styles="${styles}" script="${script}">
  <header class="topbar">
    <a class="brand" href="${layout.url('/')}"><ui:mark/>Fan-Web</a>
    <fmt:message key="nav.main" var="mainLabel"/>
    <nav class="nav only-wide" aria-label="${mainLabel}"><ui:links here="${here}"/></nav>
    <span class="push"></span>
    <ui:switches/>
    <fmt:message key="nav.menu" var="menuLabel"/>
    <button class="btn btn-quiet btn-icon btn-sm only-narrow" type="button" popovertarget="nav-menu"
            aria-label="${menuLabel}"><ui:icon name="menu"/></button>
    <nav class="menu" id="nav-menu" popover aria-label="${menuLabel}"><ui:links here="${here}"/></nav>
  </header>
  <main id="main" class="page ${main}">
    <jsp:doBody/>
  </main>
  <footer class="foot">
    <span>Fan-Web</span>
    <a href="${layout.url('/openapi')}"><fmt:message key="nav.api"/></a>
    <a href="${layout.url('/health/ready')}"><fmt:message key="nav.health"/></a>
  </footer>
</ui:document>
