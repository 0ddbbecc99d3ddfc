<%@ page contentType="text/html;charset=UTF-8" session="false" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<fmt:message key="home.enter.title" var="title"/>
<ui:page title="${title} · Fan-Web" styles="home" main="home choose" here="groups">
  <ui:enter typed="${typed}" wrong="${wrong}" level="h1"/>
  <ui:groups groups="${groups}"/>
</ui:page>
