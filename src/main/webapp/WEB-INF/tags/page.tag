<%@ tag description="A page to read: bar, main part, foot" body-content="scriptless" pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="title" required="true" description="plain text, escaped here" %>
<%@ attribute name="styles" required="true" description="names of style sheets in css/, with commas between them" %>
<%@ attribute name="main" required="true" description="classes of the main part besides page" %>
<%@ attribute name="here" description="the entry of the navigation that this page is: groups, examples, routes or account" %>
<%@ attribute name="script" description="name of the page's module in js/" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<ui:document title="${title}" styles="${styles}" script="${script}">
  <ui:topbar here="${here}"/>
  <main id="main" class="page ${main}">
    <jsp:doBody/>
  </main>
  <ui:foot/>
</ui:document>
