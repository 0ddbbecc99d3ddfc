<% int x = 1; %>
