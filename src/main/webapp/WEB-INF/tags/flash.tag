<%@ tag description="What has just been done, said once; nothing when nothing was" body-content="empty" pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<c:if test="${not empty layout.flash()}">
  <div class="flash">
    <div class="notice is-ok" role="status"><ui:icon name="check"/><p><fmt:message key="flash.${layout.flash()}"/></p></div>
  </div>
</c:if>
