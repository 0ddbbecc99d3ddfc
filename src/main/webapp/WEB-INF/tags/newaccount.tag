<%@ tag description="What somebody chooses who makes an account" body-content="empty" pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="login" required="true" %>
<%@ attribute name="name" required="true" %>
<%@ attribute name="faults" type="fanweb.account.page.Faults" required="true" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<ui:formfield name="login" label="account.field.login" help="account.help.login" complete="username" value="${login}" faults="${faults}"/>
<ui:formfield name="name" label="account.field.name" help="account.help.name" complete="nickname" value="${name}" faults="${faults}"/>
<ui:formfield name="password" label="account.field.password" help="account.help.password" complete="new-password" secret="true" faults="${faults}"/>
