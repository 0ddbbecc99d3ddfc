-- As for people's names.
ALTER TABLE account_role MODIFY COLUMN name VARCHAR(64) NOT NULL;
