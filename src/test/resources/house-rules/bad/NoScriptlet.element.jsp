<jsp:scriptlet>int x = 1;</jsp:scriptlet>
