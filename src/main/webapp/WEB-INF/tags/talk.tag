<%@ tag description="The conversation: head, banner, log, composer" body-content="empty" pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="group" required="true" %>
<%@ attribute name="socket" required="true" description="path of the group's socket within the application" %>
<%@ attribute name="signIn" required="true" description="path within the application where one signs in and comes back" %>
<%@ attribute name="maxBytes" required="true" description="longest message in bytes of UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<main class="talk" id="room" data-group="${fn:escapeXml(group)}" data-socket="${fn:escapeXml(layout.url(socket))}"
      data-max-bytes="${maxBytes}" data-sign-in="${fn:escapeXml(layout.url(signIn))}">
  <header class="talk-head">
    <fmt:message key="room.back" var="back"/>
    <a class="btn btn-quiet btn-icon only-narrow" href="${layout.url('/')}" aria-label="${back}">
      <ui:icon name="left"/>
    </a>
    <div class="talk-title">
      <h1><c:out value="${group}"/></h1>
      <div class="talk-sub">
        <span class="state is-off" role="status" data-state><span class="dot is-off"></span><span
            data-state-text><fmt:message key="conn.connecting"/></span></span>
        <span data-here hidden><span aria-hidden="true">· </span><span data-here-text></span></span>
      </div>
    </div>
    <fmt:message key="name.title" var="nameLabel"/>
    <button class="btn btn-quiet btn-icon only-narrow" type="button" popovertarget="me" aria-label="${nameLabel}">
      <ui:icon name="user"/>
    </button>
  </header>
  <ui:flash/>
  <noscript><p class="banner"><fmt:message key="room.noscript"/></p></noscript>
  <div role="status" data-banner></div>
  <fmt:message key="room.messages" var="messages"/>
  <div class="log" id="log" role="log" aria-live="polite" aria-relevant="additions" aria-label="${messages}"
       tabindex="0">
    <div class="empty" data-empty hidden>
      <ui:mark/>
      <h2><fmt:message key="room.empty"/></h2>
      <p><fmt:message key="room.empty.hint"/></p>
      <button class="btn" type="button" data-copy><ui:icon name="copy"/><span role="status"
          data-copy-text><fmt:message key="room.empty.copy"/></span></button>
    </div>
    <%-- Read out when it is stored, not before. --%>
    <ol data-pending aria-live="off"></ol>
  </div>
  <div class="foot-area">
    <button class="btn btn-sm jump" type="button" data-jump hidden><ui:icon name="newest" small="true"/>
      <fmt:message key="room.newest"/><span class="badge is-seal" data-jump-count hidden></span></button>
    <div class="inner">
      <p class="visually-hidden" role="status" data-announce></p>
      <div class="typing-place"><p class="typing" role="status" data-typing hidden><i aria-hidden="true"><b></b></i><span
          data-typing-text></span></p></div>
      <ui:composer/>
    </div>
  </div>
  <ui:naming/>
  <ui:roomtexts/>
</main>
