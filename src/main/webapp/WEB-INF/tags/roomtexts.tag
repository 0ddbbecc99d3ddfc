<%@ tag description="What the scripts of a room say and draw, so that no text and no markup stands in them"
    body-content="empty" pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<div hidden data-texts>
  <c:forTokens delims=" " var="key"
      items="conn.connecting conn.open conn.retrying conn.closed conn.lost conn.lost.4005 conn.lost.ticking conn.lost.rest conn.now
             conn.again conn.delayed conn.byyou conn.byserver conn.refused.4500
             conn.refused.4501 conn.refused.4502 conn.refused.4503 conn.refused.4504 conn.signin conn.refused.banned conn.refused.notallowed
             conn.refused.toomanyconnections conn.refused.other compose.close
             compose.toolong compose.notallowed msg.sending msg.waiting msg.retrying msg.stored msg.edited
             msg.withdrawn msg.resend msg.delete msg.refused.toolong msg.refused.muted msg.refused.banned
             msg.refused.notallowed msg.refused.keyreused msg.refused.notdurable msg.refused.rejected
             msg.refused.other name.alike name.guest name.you room.today room.yesterday room.copied room.copy.failed room.new
             room.here room.gap room.gap.anew room.mute room.ban room.lift typing.one typing.two
             typing.many">
    <span data-key="${fn:trim(key)}"><fmt:message key="${fn:trim(key)}"/></span>
  </c:forTokens>
</div>
<template data-icons>
  <ui:icon name="alert"/><ui:icon name="check"/><ui:icon name="clock"/><ui:icon name="power"/><ui:icon name="retry"/>
</template>
