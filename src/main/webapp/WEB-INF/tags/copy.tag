<%@ tag description="Copies a text; shown by the script that does it" body-content="empty" pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="of" required="true" description="id of the element with the text" %>
<%@ attribute name="label" required="true" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<span class="small muted" role="status" data-copied></span>
<button class="btn btn-quiet btn-icon btn-sm" type="button" aria-label="${label}" hidden data-copy="${of}"><ui:icon name="copy"/></button>
