CREATE UNIQUE INDEX account_userinfo_login ON account_userinfo (login);
