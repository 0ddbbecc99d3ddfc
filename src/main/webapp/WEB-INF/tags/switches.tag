<%@ tag description="Links to the other language and scheme" body-content="empty" pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<c:set var="english" value="${layout.otherLanguage() eq 'en'}"/>
<a class="btn btn-quiet btn-sm" href="${fn:escapeXml(layout.switchUrl())}" hreflang="${english ? 'en' : 'zh-CN'}"
   lang="${english ? 'en' : 'zh-CN'}">${english ? 'English' : '中文'}</a>
<fmt:message key="nav.theme" var="label"/>
<button class="btn btn-quiet btn-icon btn-sm" type="button" data-theme-switch aria-label="${label}">
  <ui:icon name="theme"/>
</button>
