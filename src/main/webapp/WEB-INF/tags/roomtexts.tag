<%@ tag description="What the scripts of a room say and draw, so that no text and no markup stands in them"
    body-content="empty" pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<div hidden data-texts>
  <c:forTokens delims=" " var="key"
      items="conn.connecting conn.open conn.retrying conn.closed conn.lost conn.lost.ticking conn.lost.rest conn.now
             conn.again conn.byyou conn.byserver conn.refused.1003 conn.refused.1008 conn.refused.1009
             conn.refused.other compose.close compose.toolong msg.sending msg.waiting msg.failed msg.resend msg.delete
             room.today room.yesterday room.copied room.copy.failed room.new">
    <span data-key="${fn:trim(key)}"><fmt:message key="${fn:trim(key)}"/></span>
  </c:forTokens>
</div>
<template data-icons>
  <ui:icon name="alert"/><ui:icon name="clock"/><ui:icon name="power"/><ui:icon name="retry"/>
</template>
