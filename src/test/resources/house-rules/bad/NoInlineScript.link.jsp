<a href="javascript:alert(1)">x</a>
