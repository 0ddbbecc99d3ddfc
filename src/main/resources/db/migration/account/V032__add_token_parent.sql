-- The token that a token was made with, with which it ends. Without a foreign key: MySQL follows them fifteen rows far and no further.
ALTER TABLE account_token ADD COLUMN parent_id BIGINT NULL;
