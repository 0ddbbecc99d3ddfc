<%@ page contentType="text/html;charset=UTF-8" session="false" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<fmt:message key="example.${example.key()}.title" var="title"/>
<fmt:message key="nav.examples" var="examples"/>
<ui:document title="${title} · ${examples} · Fan-Web" styles="examples" script="examples">
  <ui:topbar here="examples"/>
  <div class="lab">
    <ui:lablist sections="${sections}" current="${example.key()}"/>
    <main id="main" class="lab-main">
      <ui:labpick sections="${sections}" current="${example.key()}"/>
      <div class="intro">
        <h1 class="page-title">${title}</h1>
        <p><fmt:message key="example.${example.key()}.lead"/></p>
      </div>
      <ui:labvariants example="${example}" current="${variant}"/>
      <div class="panes">
        <ui:labrequest example="${example}" variant="${variant}"/>
        <ui:labanswer/>
      </div>
      <ui:labcurl curl="${curl}"/>
      <div class="panes is-code">
        <ui:labcode code="${code}"/>
        <ui:labdjango example="${example}"/>
      </div>
      <ui:labtexts/>
    </main>
  </div>
  <ui:foot/>
</ui:document>
