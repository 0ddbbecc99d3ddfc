<%@ tag description="The fan-shaped bubble" body-content="empty" pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<svg class="mark" viewBox="0 0 32 32" aria-hidden="true"><use href="${assets.local('img/icons.svg')}#mark"/></svg>
