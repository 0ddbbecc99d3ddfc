<style>p { color: red }</style>
