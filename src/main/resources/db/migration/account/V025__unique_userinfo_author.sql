CREATE UNIQUE INDEX account_userinfo_author ON account_userinfo (author_id);
