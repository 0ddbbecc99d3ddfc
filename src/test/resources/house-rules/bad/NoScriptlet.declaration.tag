<%! int x; %>
