<button class="a"onClick = 'send()'>x</button>
