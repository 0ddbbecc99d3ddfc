<%@ tag description="The bar over every page to read" body-content="empty" pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="here" required="true" description="the entry of the navigation that this page is, account or signin; may be empty" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<header class="topbar">
  <a class="brand" href="${layout.url('/')}"><ui:mark/>Fan-Web</a>
  <fmt:message key="nav.main" var="mainLabel"/>
  <nav class="nav only-wide" aria-label="${mainLabel}"><ui:links here="${here}"/></nav>
  <span class="push"></span>
  <ui:switches/>
  <ui:who here="${here}"/>
  <fmt:message key="nav.menu" var="menuLabel"/>
  <button class="btn btn-quiet btn-icon btn-sm only-narrow" type="button" popovertarget="nav-menu"
          aria-label="${menuLabel}"><ui:icon name="menu"/></button>
  <nav class="menu" id="nav-menu" popover aria-label="${menuLabel}"><ui:links here="${here}"/><ui:who here="${here}"
      menu="true"/></nav>
</header>
<ui:flash/>
