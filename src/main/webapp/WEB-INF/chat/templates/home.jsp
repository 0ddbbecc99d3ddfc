<%@ page contentType="text/html;charset=UTF-8" session="false" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<fmt:message key="home.title" var="title"/>
<ui:page title="${title}" styles="home" main="home" here="groups">
  <section class="hero">
    <div>
      <h1><fmt:message key="home.hero"/></h1>
      <p class="lead"><fmt:message key="home.lead"/></p>
    </div>
    <ui:enter/>
  </section>
  <ui:groups groups="${groups}"/>
  <section aria-labelledby="facts" class="facts">
    <h2 id="facts" class="visually-hidden"><fmt:message key="home.facts"/></h2>
    <div>
      <ui:icon name="terminal"/>
      <h3><fmt:message key="home.fact.command"/></h3>
      <p><fmt:message key="home.fact.command.text"/></p>
    </div>
    <div>
      <ui:icon name="retry"/>
      <h3><fmt:message key="home.fact.line"/></h3>
      <p><fmt:message key="home.fact.line.text"/></p>
    </div>
    <div>
      <ui:icon name="users"/>
      <h3><fmt:message key="home.fact.everyone"/></h3>
      <p><fmt:message key="home.fact.everyone.text"/></p>
    </div>
  </section>
  <section class="ways">
    <div class="card">
      <h3><fmt:message key="home.way"/></h3>
      <p><fmt:message key="home.way.text"/></p>
      <fmt:message key="home.way.code" var="example"/>
      <pre class="code" tabindex="0" role="group" aria-label="${example}"><code><span class="k">const</span> socket =
  <span class="k">new</span> WebSocket(<span class="s">'<c:out value="${exampleSocket}"/>'</span>);
socket.onmessage = (event) =&gt; console.log(event.data);
socket.onopen = () =&gt; socket.send(<span class="s">'<fmt:message key="home.way.hello"/>'</span>);</code></pre>
    </div>
  </section>
</ui:page>
