<script src="${pageContext.request.contextPath}/static/js/chat.js"></script>
