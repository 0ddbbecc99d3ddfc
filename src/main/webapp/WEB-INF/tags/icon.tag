<%@ tag description="One symbol of the sprite; says nothing, so words or a label must stand with it" body-content="empty"
    pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="name" required="true" description="as in send, for #i-send" %>
<%@ attribute name="small" type="java.lang.Boolean" %>
<%-- A sprite works from the page's own origin only, wherever the other files are. --%>
<svg class="icon${small ? ' icon-sm' : ''}" aria-hidden="true"><use href="${assets.local('img/icons.svg')}#i-${name}"/></svg>
