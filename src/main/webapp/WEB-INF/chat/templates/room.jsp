<%@ page contentType="text/html;charset=UTF-8" session="false" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<ui:document title="${group} · Fan-Web" styles="room" script="room" skipTo="text" skipKey="nav.skip.room">
  <div class="app is-pair">
    <fmt:message key="room.groups" var="groupsLabel"/>
    <nav class="side side-start" aria-label="${groupsLabel}">
      <div class="side-head">
        <a class="brand grow" href="${layout.url('/')}"><ui:mark/>Fan-Web</a>
        <fmt:message key="home.enter.title" var="enterLabel"/>
        <a class="btn btn-quiet btn-icon btn-sm" href="${layout.url('/#group')}" aria-label="${enterLabel}">
          <ui:icon name="plus"/>
        </a>
      </div>
      <div class="side-body"><ui:sidelist groups="${groups}" current="${group}"/></div>
      <fmt:message key="name.title" var="nameLabel"/>
      <div class="side-foot">
        <button class="btn btn-quiet btn-sm me grow" type="button" popovertarget="me" title="${nameLabel}">
          <span data-me></span><span class="name" data-me-name><c:out value="${empty layout.reader().name() ? nameLabel : layout.reader().name()}"/></span>
        </button>
        <ui:switches/>
      </div>
    </nav>
    <ui:talk group="${group}" socket="${socket}" signIn="${signIn}" maxBytes="${maxBytes}"/>
  </div>
</ui:document>
