-- A column that may be empty needs no value for rows from before.
ALTER TABLE account_userinfo ADD COLUMN data INT NULL;
