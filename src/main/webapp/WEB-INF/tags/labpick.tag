<%@ tag description="The list of examples where there is no room for one" body-content="empty" pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="sections" type="java.util.List" required="true" %>
<%@ attribute name="current" required="true" description="key of the example that is shown" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<form class="lab-pick" action="${layout.url('/examples/')}">
  <div class="field">
    <label for="pick"><fmt:message key="ex.pick"/></label>
    <div class="row">
      <select class="input grow" id="pick" name="show">
        <c:forEach items="${sections}" var="section">
          <fmt:message key="example.section.${section.key()}" var="label"/>
          <optgroup label="${label}">
            <c:forEach items="${section.examples()}" var="one">
              <option value="${one.key()}"${one.key() eq current ? ' selected' : ''}>${one.method()}&#32;<fmt:message key="example.${one.key()}.title"/></option>
            </c:forEach>
          </optgroup>
        </c:forEach>
      </select>
      <button class="btn"><fmt:message key="ex.pick.go"/></button>
    </div>
  </div>
</form>
