<button onclick="send()">x</button>
