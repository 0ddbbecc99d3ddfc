-- Names need not be unique; what people sign in with does. 64 characters, counted as those of names.
ALTER TABLE account_userinfo ADD COLUMN login VARCHAR(128) NULL;
