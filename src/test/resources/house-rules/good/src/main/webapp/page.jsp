<%@ page contentType="text/html; charset=UTF-8" pageEncoding="UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%-- What a page may hold. --%>
<html lang="${lang}">
  <head>
    <link rel="stylesheet" href="<c:out value='${css}'/>">
    <script type="module" src="<c:out value='${script}'/>"></script>
    <script src="a.js">
    </script>
    <title>On style, once</title>
  </head>
  <body class="style" data-on="x">
    <p><c:out value="${name}"/></p>
  </body>
</html>
