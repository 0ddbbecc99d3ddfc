<link rel="stylesheet" href="/static/css/chat.css">
