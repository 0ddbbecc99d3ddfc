<%@ tag description="A page with one form and nothing else to do" body-content="scriptless" pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="title" required="true" description="plain text, escaped here" %>
<%@ attribute name="heading" description="plain text, escaped here; the title by default" %>
<%@ attribute name="lead" description="a sentence under the heading, plain text, escaped here" %>
<%@ attribute name="here" description="signin on that page" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<ui:document title="${title} · Fan-Web" styles="signin" script="account">
  <ui:topbar here="${here}"/>
  <main id="main" class="signin">
    <div class="box">
      <div class="lead">
        <ui:mark/>
        <h1><c:out value="${empty heading ? title : heading}"/></h1>
        <c:if test="${not empty lead}"><p class="muted"><c:out value="${lead}"/></p></c:if>
      </div>
      <jsp:doBody/>
    </div>
  </main>
</ui:document>
