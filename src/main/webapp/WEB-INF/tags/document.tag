<%@ tag description="Head and body of every page" body-content="scriptless" pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="title" required="true" description="plain text, escaped here" %>
<%@ attribute name="styles" required="true" description="names of style sheets in css/, with commas between them" %>
<%@ attribute name="script" description="name of the page's module in js/; site when it has none of its own" %>
<%@ attribute name="skipTo" description="id of what the first link leads to; main by default" %>
<%@ attribute name="skipKey" description="key of that link's text" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<!doctype html>
<html lang="${layout.language()}"<c:if test="${not empty layout.theme()}"> data-theme="${layout.theme()}"</c:if>>
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <title><c:out value="${title}"/></title>
  <link rel="icon" href="${assets.url('img/favicon.svg')}" type="image/svg+xml">
  <link rel="stylesheet" href="${assets.url('css/tokens.css')}">
  <link rel="stylesheet" href="${assets.url('css/base.css')}">
  <c:forTokens items="${styles}" delims=", " var="style">
    <c:set var="sheet" value="css/${style}.css"/>
    <link rel="stylesheet" href="${assets.url(sheet)}">
  </c:forTokens>
  <c:set var="module" value="js/${empty script ? 'site' : script}.js"/>
  <script type="module" src="${assets.url(module)}"></script>
</head>
<body data-path="${layout.url('/')}">
  <a class="skip" href="#${empty skipTo ? 'main' : skipTo}">
    <fmt:message key="${empty skipKey ? 'nav.skip' : skipKey}"/>
  </a>
  <jsp:doBody/>
</body>
</html>
