-- A column that must have a value: rows from before get 2.
ALTER TABLE account_userinfo ADD COLUMN age INT NOT NULL DEFAULT 2;
