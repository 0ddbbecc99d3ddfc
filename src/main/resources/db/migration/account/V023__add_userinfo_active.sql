-- Whether a person may sign in.
ALTER TABLE account_userinfo ADD COLUMN active BOOLEAN NOT NULL DEFAULT TRUE;
